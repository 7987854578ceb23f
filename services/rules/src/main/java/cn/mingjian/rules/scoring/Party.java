package cn.mingjian.rules.scoring;

import cn.mingjian.rules.form.Form;

/** The four evaluating parties, with the role that their evaluators hold. */
public enum Party {
    THIRD_PARTY("第三方", "third-party"),
    SUPERVISORY_CENTER("督导中心", "supervisory-center"),
    PURCHASER("购买方", "purchaser"),
    SUPERVISOR("监督方", "supervisor");

    /** A party's code. */
    public static final Form FORM = Form.oneOf("THIRD_PARTY", "SUPERVISORY_CENTER", "PURCHASER", "SUPERVISOR");

    private final String title;
    private final String role;

    Party(String title, String role) {
        this.title = title;
        this.role = role;
    }

    /** What the party is called in Chinese. */
    public String title() {
        return title;
    }

    /** The role of its evaluators. */
    public String role() {
        return role;
    }
}
