package cn.mingjian.district.form;

import java.util.List;

/** Role names as tokens carry them. */
public final class Roles {
    public static final String INSTALLER = "installer";
    public static final String BUREAU = "bureau";
    public static final String PLATFORM = "platform";
    public static final String OPERATOR = "operator";
    public static final String THIRD_PARTY = "third-party";
    public static final String SUPERVISORY_CENTER = "supervisory-center";
    public static final String PURCHASER = "purchaser";
    public static final String SUPERVISOR = "supervisor";
    public static final String REPORT_SERVICE = "service:report";

    /** The roles of a station: those that a bureau grants. */
    public static final List<String> OF_STATION =
            List.of(OPERATOR, THIRD_PARTY, SUPERVISORY_CENTER, PURCHASER, SUPERVISOR);

    private Roles() {}
}
