package cn.mingjian.scoring.visit;

import cn.mingjian.scoring.evaluation.Fields;
import java.util.List;

/**
 * What the operator is told before the visit, as sent and kept.
 *
 * @param visitOn the day of the visit
 */
public record NoticeDocument(String visitOn, String text, List<Material> materials) {

    /**
     * Something to have ready.
     *
     * @param dueOn a day, or null when it is enough to have it at the visit
     */
    public record Material(String title, String note, String dueOn) {}

    /** Ends the request with everything that is wrong with it. */
    void check() {
        Fields fields = new Fields();
        fields.date("/visitOn", visitOn);
        fields.text("/text", text);
        fields.each("/materials", materials, (at, material) -> {
            fields.text(at + "/title", material.title());
            if (material.note() != null) {
                fields.text(at + "/note", material.note());
            }
            if (material.dueOn() != null) {
                fields.date(at + "/dueOn", material.dueOn());
            }
        });
        fields.refuse();
    }
}
