package cn.mingjian.report.evaluation;

/** The realm roles this service answers to. */
public final class Roles {

    public static final String BUREAU = "bureau";
    public static final String OPERATOR = "operator";
    public static final String THIRD_PARTY = "third-party";
    public static final String SUPERVISORY_CENTER = "supervisory-center";
    public static final String PURCHASER = "purchaser";
    public static final String SUPERVISOR = "supervisor";

    private Roles() {}
}
