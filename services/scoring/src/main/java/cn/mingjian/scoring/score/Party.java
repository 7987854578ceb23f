package cn.mingjian.scoring.score;

import java.util.Arrays;
import java.util.Optional;

/** The four evaluating parties, each with the role its accounts hold at the station. */
public enum Party {
    THIRD_PARTY("third-party", "第三方"),
    SUPERVISORY_CENTER("supervisory-center", "督导中心"),
    PURCHASER("purchaser", "购买方"),
    SUPERVISOR("supervisor", "监督方");

    private final String role;
    private final String title;

    Party(String role, String title) {
        this.role = role;
        this.title = title;
    }

    public String role() {
        return role;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    public static Optional<Party> of(String name) {
        return Arrays.stream(values())
                .filter(party -> party.name().equals(name))
                .findFirst();
    }
}
