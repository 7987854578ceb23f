package cn.mingjian.rules.claim;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which computed figure a claim speaks of. */
public sealed interface ClaimSubject {

    /** {@code indicator:CODE}: what the station completed. */
    record Completed(String indicator) implements ClaimSubject {}

    /** {@code indicator:CODE:rate}: the station's completion rate. */
    record CompletionRate(String indicator) implements ClaimSubject {}

    /** {@code indicators:exceeded}: how many indicators exceeded their target. */
    record IndicatorsExceeded() implements ClaimSubject {}

    /** {@code staffing:headcount}. */
    record Headcount() implements ClaimSubject {}

    /** {@code staffing:certified-rate}. */
    record CertifiedRate() implements ClaimSubject {}

    /** {@code staffing:experienced-rate}. */
    record ExperiencedRate() implements ClaimSubject {}

    /** {@code staffing:retention}: by the formula that counts. */
    record Retention() implements ClaimSubject {}

    /** {@code staffing:retention:FORMULA}. */
    record RetentionBy(String formula) implements ClaimSubject {}

    Pattern INDICATOR = Pattern.compile("indicator:(.+?)(:rate)?");
    Pattern RETENTION = Pattern.compile("staffing:retention:(TURNOVER|ON_DUTY|CERTIFIED_ON_DUTY)");

    /** What is wrong with a subject: there is no such figure, or no such indicator. */
    static Optional<Problem> check(String at, String text, Known indicators) {
        Optional<ClaimSubject> subject = parse(text);
        if (subject.isEmpty()) {
            return Optional.of(Problem.at(at, Rule.SUBJECT_KNOWN, "", "没有这种数据：“%s”".formatted(text)));
        }
        return switch (subject.get()) {
            case Completed(String code) -> indicators.cite(at, Rule.INDICATOR_KNOWN, code);
            case CompletionRate(String code) -> indicators.cite(at, Rule.INDICATOR_KNOWN, code);
            case IndicatorsExceeded(), Headcount(), CertifiedRate(), ExperiencedRate(), Retention() -> Optional.empty();
            case RetentionBy(String formula) -> Optional.empty();
        };
    }

    /** The subject of this form, or nothing when there is no such form. */
    static Optional<ClaimSubject> parse(String text) {
        Matcher indicator = INDICATOR.matcher(text);
        if (indicator.matches()) {
            String code = indicator.group(1);
            return Optional.of(indicator.group(2) == null ? new Completed(code) : new CompletionRate(code));
        }
        Matcher retention = RETENTION.matcher(text);
        if (retention.matches()) {
            return Optional.of(new RetentionBy(retention.group(1)));
        }
        return switch (text) {
            case "indicators:exceeded" -> Optional.of(new IndicatorsExceeded());
            case "staffing:headcount" -> Optional.of(new Headcount());
            case "staffing:certified-rate" -> Optional.of(new CertifiedRate());
            case "staffing:experienced-rate" -> Optional.of(new ExperiencedRate());
            case "staffing:retention" -> Optional.of(new Retention());
            default -> Optional.empty();
        };
    }
}
