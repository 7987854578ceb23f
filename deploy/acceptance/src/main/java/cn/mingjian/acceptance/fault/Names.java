package cn.mingjian.acceptance.fault;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run's own codes, accounts and versions are called in every run.
 *
 * @param run the ending of the run's codes
 * @param accounts names of Keycloak's accounts by their ids
 */
record Names(String run, Map<String, String> accounts) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Whether a text has a code of the run in it. */
    boolean occurIn(String text) {
        return ending().matcher(text).find();
    }

    /** The text as it would be in any run: codes without their ending, accounts by name. */
    String common(String text) {
        Matcher ids = ID.matcher(text);
        String named = ids.replaceAll(id -> Matcher.quoteReplacement(accounts.getOrDefault(id.group(), id.group())));
        return ending().matcher(named).replaceAll("");
    }

    private Pattern ending() {
        return Pattern.compile("(?<=[a-z0-9])-" + run + "(?![a-z0-9])");
    }
}
