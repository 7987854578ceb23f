package cn.mingjian.rules.staffing;

import static cn.mingjian.rules.form.Field.of;
import static cn.mingjian.rules.form.Field.optional;

import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.form.Shape;
import java.util.List;

/** The entries of roster, attendance and training. */
public final class StaffingShapes {

    public static final Shape WORKER = Shape.keyed(
            List.of("worker"),
            of("worker", Form.WORKER),
            of("position", Form.NAME),
            optional("area", Form.KEY),
            of("certificate", Form.oneOf("NONE", "ASSISTANT", "INTERMEDIATE", "SENIOR")),
            of("joined", Form.DATE),
            optional("contractTo", Form.DATE),
            optional("left", Form.DATE),
            optional("departure", Form.oneOf("HANDOVER", "MOVED_WITHIN_SECTOR", "LEFT_SECTOR", "DISMISSED", "RETIRED")),
            of("practiceSince", Form.DATE),
            optional("note", Form.TEXT));

    /** A worker's month; whether its worker is one of the roster's is a rule, not its form. */
    public static final Shape MONTH = Shape.keyed(
            List.of("worker", "month"),
            of("worker", Form.WORKER),
            of("month", Form.MONTH),
            of("present", Form.FLAG),
            of("insured", Form.FLAG),
            of("paid", Form.FLAG));

    public static final Shape SESSION = Shape.of(
            of("on", Form.DATE),
            of("kind", Form.oneOf("TRAINING", "SUPERVISION")),
            of("title", Form.TEXT),
            of("hours", Form.FIGURE),
            of("attendees", Form.WHOLE));

    private StaffingShapes() {}
}
