package cn.mingjian.rules.claim;

import static cn.mingjian.rules.form.Field.of;
import static cn.mingjian.rules.form.Field.optional;

import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.form.Shape;

/** The entries of claims and feedback. */
public final class ReportShapes {

    private static final Form OUTCOME = Form.oneOf("NO_OBJECTION", "OBJECTION");

    public static final Shape CLAIM =
            Shape.of(of("source", Form.TEXT), of("subject", Form.TEXT), of("value", Form.FIGURE));

    public static final Shape ON_SITE = Shape.of(of("on", Form.DATE), of("outcome", OUTCOME), of("text", Form.PROSE));

    public static final Shape ANSWER = Shape.of(
            of("from", Form.oneOf("OPERATOR", "PURCHASER", "SUPERVISOR")),
            of("on", Form.DATE),
            of("outcome", OUTCOME),
            optional("text", Form.PROSE));

    /** What was decided about an objection. One that is upheld reopens sheets, which no bundle can tell. */
    public static final Shape DECISION = Shape.of(of("answer", Form.oneOf("REFUSED")), of("reason", Form.PROSE));

    private ReportShapes() {}
}
