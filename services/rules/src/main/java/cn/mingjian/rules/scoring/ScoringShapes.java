package cn.mingjian.rules.scoring;

import static cn.mingjian.rules.form.Field.of;
import static cn.mingjian.rules.form.Field.optional;

import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.form.Shape;
import java.util.List;

/** The entries of an evaluation's opening, rubric, panel, sheets and fieldwork. */
public final class ScoringShapes {

    public static final Shape EVALUATION = Shape.of(
            of("title", Form.TEXT),
            of("stage", Form.oneOf("MIDTERM", "FINAL")),
            of("onSite", Form.DATE),
            of("reportDate", Form.DATE),
            optional("note", Form.PROSE));

    public static final Shape SHARE = Shape.keyed(
            List.of("party"),
            of("party", Party.FORM),
            of("organisation", Form.TEXT),
            of("weight", Form.FIGURE),
            of("aggregation", Form.oneOf("MEAN", "TRIMMED_MEAN")));

    public static final Shape GRADE = Shape.of(of("grade", Form.NAME), of("from", Form.FIGURE));

    public static final Shape POLICY = Shape.of(
            optional("rounding", Form.oneOf("PER_PARTY", "AT_END")),
            optional("publish", Form.oneOf("GRADE", "TOTAL", "PARTIES")));

    public static final Shape STAFFING_POLICY = Shape.of(
            of("experiencedYears", Form.between(0, 60)),
            of("halfMonthAfterDay", Form.between(0, 31)),
            of("retention", Form.oneOf("TURNOVER", "ON_DUTY", "CERTIFIED_ON_DUTY")));

    public static final Shape RECORDS_POLICY = Shape.of(of("reviewWithinDays", Form.between(0, 3650)));

    public static final Shape VETO =
            Shape.of(of("title", Form.TEXT), of("reason", Form.PROSE), of("upheld", Form.FLAG));

    public static final Shape RUBRIC =
            Shape.of(of("code", Form.KEY), of("version", Form.KEY), optional("step", Form.POSITIVE));

    public static final Shape CATEGORY = Shape.of(of("code", Form.KEY), of("name", Form.TEXT));

    public static final Shape ITEM = Shape.of(
            of("code", Form.KEY),
            of("name", Form.TEXT),
            of("max", Form.POSITIVE),
            optional("basis", Form.TEXT),
            optional("kind", Form.oneOf("REGULAR", "BONUS", "DEDUCTION")));

    public static final Shape MEMBER = Shape.keyed(
            List.of("evaluator"),
            of("evaluator", Form.EVALUATOR),
            of("party", Party.FORM),
            of("label", Form.KEY),
            of("role", Form.oneOf("LEAD", "MEMBER")),
            optional("pledgedOn", Form.DATE),
            of("recused", Form.FLAG),
            optional("recusalReason", Form.PROSE));

    public static final Shape SCORE = Shape.keyed(
            List.of("evaluator", "item"),
            of("evaluator", Form.KEY),
            of("item", Form.KEY),
            of("score", Form.SCORE),
            optional("comment", Form.PROSE));

    public static final Shape FINDING = Shape.of(
            of(
                    "chapter",
                    Form.oneOf(
                            "PROJECT_MANAGEMENT",
                            "SERVICE_DELIVERY",
                            "SERVICE_MONITORING",
                            "SERVICE_OUTCOMES",
                            "SUPERVISORY_CENTER",
                            "PURCHASER",
                            "SUPERVISOR")),
            of("kind", Form.oneOf("COMMENDATION", "CONCERN")),
            of("title", Form.TEXT),
            of("text", Form.PROSE));

    public static final Shape REMEDIATION = Shape.of(
            of("raised", Form.oneOf("MIDTERM", "FINAL")),
            of("title", Form.TEXT),
            of("status", Form.WORD),
            optional("evidence", Form.PROSE));

    public static final Shape ANSWER =
            Shape.of(of("group", Form.WORD), of("channel", Form.WORD), of("score", Form.between(1, 5)));

    private ScoringShapes() {}
}
