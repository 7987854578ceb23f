package cn.mingjian.scoring.fieldwork;

import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.scoring.evaluation.Fields;
import java.util.List;

/** What the operator made of earlier concerns, as sent and kept. */
public record RemediationDocument(List<Remediation> items) {

    /**
     * One concern and where it stands.
     *
     * @param raised the stage that raised it: MIDTERM …
     * @param status DONE, PARTIAL …
     * @param evidence what shows it, or null
     */
    public record Remediation(String raised, String title, String status, String evidence) {}

    /** Ends the request with everything that is wrong with the items. */
    void check() {
        Fields fields = new Fields();
        fields.each("/items", items, (at, item) -> {
            fields.of(ScoringShapes.REMEDIATION, at, "raised", item.raised());
            fields.of(ScoringShapes.REMEDIATION, at, "title", item.title());
            fields.of(ScoringShapes.REMEDIATION, at, "status", item.status());
            fields.of(ScoringShapes.REMEDIATION, at, "evidence", item.evidence());
        });
        fields.refuse();
    }
}
