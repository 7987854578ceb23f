package cn.mingjian.acceptance;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A round that comes about in the portals alone: what its things are called, and who visits.
 *
 * @param folder for the files that visitors bring along
 * @param mark makes its names its own
 */
record PortalRound(Browser browser, Doors doors, Path folder, String mark) {

    /** One of each party, who leads it. */
    static final Map<String, String> EVALUATORS =
            Map.of("third-party", "tp-1", "supervisory-center", "sc-1", "purchaser", "pu-1", "supervisor", "sv-1");

    /** Of the third party beside its lead: one goes in the middle, one scores on paper. */
    static final String LEAVING = "tp-2";

    static final String ON_PAPER = "tp-3";

    String code() {
        return "round-" + mark;
    }

    String station() {
        return "portal-" + mark;
    }

    String stationName() {
        return "门户测试站" + mark;
    }

    String title() {
        return stationName() + "末期评估";
    }

    String rubric() {
        return "rubric-" + mark;
    }

    /** Of the evaluation's page in every portal. */
    String path() {
        return "/evaluations/" + code();
    }

    String operator() {
        return "operator@" + station() + ".nansha";
    }

    String account(String evaluator) {
        return code() + "." + evaluator;
    }

    Visitor visitor(String role, String username) {
        return new Visitor(browser, role, username, doors.password(username));
    }

    Visitor evaluator(String role, String evaluator) {
        return visitor(role, account(evaluator));
    }

    Visitor lead(String role) {
        return evaluator(role, EVALUATORS.get(role));
    }

    /** As the services name it. */
    static String party(String role) {
        return role.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** As a panel's table names it. */
    static String partyTitle(String role) {
        return switch (role) {
            case "third-party" -> "第三方";
            case "supervisory-center" -> "督导中心";
            case "purchaser" -> "购买方";
            default -> "监督方";
        };
    }

    /** As an account's role is named. */
    static String title(String role) {
        return role.equals("third-party") ? "第三方评估" : partyTitle(role);
    }
}
