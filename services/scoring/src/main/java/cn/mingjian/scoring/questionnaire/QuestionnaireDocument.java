package cn.mingjian.scoring.questionnaire;

import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.scoring.evaluation.Fields;
import java.util.List;

/**
 * A questionnaire as it is sent.
 *
 * @param introduction what respondents read first, or null
 */
public record QuestionnaireDocument(String title, String introduction, List<Group> groups) {

    private static final int MOST_CODES = 2000;

    /**
     * Who is asked.
     *
     * @param group SERVICE_USER, COMMUNITY_COMMITTEE, PARTNER …
     * @param codes how many codes there are to hand out
     */
    public record Group(String group, Integer codes) {}

    /** Ends the request with everything that is wrong with it. */
    void check() {
        Fields fields = new Fields();
        fields.value("/title", title, Form.TEXT);
        if (introduction != null) {
            fields.text("/introduction", introduction);
        }
        fields.each("/groups", groups, (at, group) -> {
            fields.of(ScoringShapes.ANSWER, at, "group", group.group())
                    .ifPresent(name -> fields.once("/groups", at + "/group", name));
            fields.integer(at + "/codes", group.codes(), 1, MOST_CODES);
        });
        if (groups != null && (groups.isEmpty() || codes() > MOST_CODES)) {
            fields.wrong("/groups", "问卷码总数应在 1 至 %d 之间，共 %d".formatted(MOST_CODES, codes()));
        }
        fields.refuse();
    }

    private long codes() {
        return groups.stream()
                .filter(group -> group != null && group.codes() != null)
                .mapToLong(Group::codes)
                .sum();
    }
}
