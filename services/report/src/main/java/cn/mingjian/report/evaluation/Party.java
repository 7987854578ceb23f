package cn.mingjian.report.evaluation;

/** The four evaluating parties and the role of their accounts. */
public enum Party {
    THIRD_PARTY(Roles.THIRD_PARTY),
    SUPERVISORY_CENTER(Roles.SUPERVISORY_CENTER),
    PURCHASER(Roles.PURCHASER),
    SUPERVISOR(Roles.SUPERVISOR);

    private final String role;

    Party(String role) {
        this.role = role;
    }

    public String role() {
        return role;
    }
}
