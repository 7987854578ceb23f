package cn.mingjian.district.account;

import cn.mingjian.platform.problem.ProblemException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a person's account, in the small letters that Keycloak keeps: {@code operator@dagang.nansha} for an office,
 * {@code dagang-2023-final.tp-1} for an evaluator. Machines' accounts ({@code service-account-…}) have neither form.
 */
public record AccountName(String text) {

    private static final int LONGEST = 190;
    private static final Pattern EVALUATOR = Pattern.compile("[a-z0-9-]+\\.[a-z0-9._-]+");
    private static final Pattern OFFICE = Pattern.compile("([a-z0-9-]+)@(?:[a-z0-9-]+\\.)?([a-z0-9-]+)");

    public AccountName {
        if (text.length() > LONGEST
                || !(EVALUATOR.matcher(text).matches() || OFFICE.matcher(text).matches())) {
            throw new IllegalArgumentException("not the name of a person's account: " + text);
        }
    }

    /** Reads a name from a path; capital letters are taken for small ones. */
    static AccountName parse(String text) {
        try {
            return new AccountName(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            throw malformed(text);
        }
    }

    /** Whether a district's bureau may make it: evaluators, and offices below its own, in its district. */
    boolean mayBeMadeBy(String district) {
        Matcher office = OFFICE.matcher(text);
        return !office.matches()
                || (office.group(2).equals(district) && !office.group(1).equals("bureau"));
    }

    private static ProblemException malformed(String text) {
        return AccountProblem.NAME_RESERVED.because(
                "账号名应为 operator@dagang.nansha 或 <评估编码>.<评委> 的形式，只含小写字母、数字、点、下划线和连字符，收到 %s", text);
    }
}
