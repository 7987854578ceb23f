package cn.mingjian.scoring.visit;

import cn.mingjian.scoring.evaluation.Fields;
import java.util.List;

/** What the operator says of itself before the visit, as sent and kept. */
public record SelfAssessmentDocument(String summary, List<Part> parts) {

    /** One subject of it. */
    public record Part(String title, String text) {}

    /** Ends the request with everything that is wrong with it. */
    void check() {
        Fields fields = new Fields();
        fields.text("/summary", summary);
        fields.each("/parts", parts, (at, part) -> {
            fields.text(at + "/title", part.title());
            fields.text(at + "/text", part.text());
        });
        fields.refuse();
    }
}
