package cn.mingjian.scoring.fieldwork;

import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.scoring.evaluation.Agreements;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.score.Party;
import java.util.List;
import java.util.Optional;

/** One party's findings, as sent and kept. */
public record FindingsDocument(List<Finding> findings) {

    /**
     * One finding.
     *
     * @param kind COMMENDATION or CONCERN
     * @param areas the area group it is about, in SERVICE_DELIVERY; empty for the whole station
     */
    public record Finding(String chapter, String kind, String title, String text, List<String> areas) {

        public Finding {
            areas = areas == null ? List.of() : areas;
        }
    }

    /** Ends the request with everything that is wrong with the findings. */
    void check(Party author, Agreements.Codes known) {
        Fields fields = new Fields();
        fields.each("/findings", findings, (at, finding) -> {
            Optional<Chapter> chapter = fields.oneOf(Chapter.class, at + "/chapter", finding.chapter());
            chapter.filter(its -> its.author() != author)
                    .ifPresent(its -> fields.wrong(
                            FieldworkProblem.CHAPTER_OF_OTHER_PARTY,
                            at + "/chapter",
                            its + " 由" + its.author().title() + "撰写"));
            fields.of(ScoringShapes.FINDING, at, "kind", finding.kind());
            fields.of(ScoringShapes.FINDING, at, "title", finding.title());
            fields.of(ScoringShapes.FINDING, at, "text", finding.text());
            fields.each(at + "/areas", finding.areas(), (area, code) -> {
                if (!known.areas().contains(code)) {
                    fields.wrong(FieldworkProblem.AREA_UNKNOWN, area, "没有片区 " + code);
                }
            });
        });
        fields.refuse();
    }
}
