package cn.mingjian.scoring.questionnaire;

import cn.mingjian.platform.number.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A questionnaire with how many were asked and how many answered.
 *
 * @param state OPEN or CLOSED
 * @param responseRate answers per hundred codes, two decimals
 */
public record QuestionnaireView(
        String title,
        String introduction,
        String state,
        int issued,
        int answered,
        String responseRate,
        List<GroupView> groups) {

    /** The same for those of one group. */
    public record GroupView(String group, int issued, int answered, String responseRate) {}

    static QuestionnaireView of(QuestionnaireEntity questionnaire, List<CodeEntity> codes) {
        Map<String, List<CodeEntity>> groups = new LinkedHashMap<>();
        codes.forEach(code -> groups.computeIfAbsent(code.key.respondents(), _ -> new ArrayList<>())
                .add(code));
        int answered = answered(codes);
        return new QuestionnaireView(
                questionnaire.title,
                questionnaire.introduction,
                questionnaire.closedAt == null ? "OPEN" : "CLOSED",
                codes.size(),
                answered,
                rate(answered, codes.size()),
                groups.entrySet().stream()
                        .map(group -> new GroupView(
                                group.getKey(),
                                group.getValue().size(),
                                answered(group.getValue()),
                                rate(
                                        answered(group.getValue()),
                                        group.getValue().size())))
                        .toList());
    }

    private static int answered(List<CodeEntity> codes) {
        return (int) codes.stream().filter(CodeEntity::isAnswered).count();
    }

    private static String rate(int answered, int issued) {
        return Figures.twoDecimals(BigFraction.of(answered, issued).multiply(Figures.HUNDRED));
    }
}
