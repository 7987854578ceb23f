package cn.mingjian.rules.agreement;

import static cn.mingjian.rules.form.Field.of;
import static cn.mingjian.rules.form.Field.optional;

import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.form.Shape;
import java.util.List;

/** The entries that a station's registration and agreement are made of, and what is handed in against them. */
public final class AgreementShapes {

    public static final Shape STATION = Shape.of(
            of("name", Form.TEXT),
            optional("town", Form.TEXT),
            optional("founded", Form.MONTH),
            optional("sites", Form.WHOLE),
            optional("population", Form.WHOLE));

    public static final Shape TERMS =
            Shape.of(of("annualFee", Form.FIGURE), of("requiredStaff", Form.WHOLE), of("operator", Form.TEXT));

    public static final Shape PERIOD = Shape.of(of("from", Form.DATE), of("to", Form.DATE));

    public static final Shape AREA = Shape.keyed(
            List.of("code"),
            of("code", Form.KEY),
            of("name", Form.TEXT),
            of("workers", Form.WHOLE),
            of("communities", Form.BARRED));

    public static final Shape INDICATOR = Shape.keyed(
            List.of("code"),
            of("code", Form.KEY),
            of("name", Form.TEXT),
            of("unit", Form.TEXT),
            of("scope", Form.oneOf("AREA", "STATION")),
            of("kind", Form.oneOf("VOLUME", "RATE")),
            of("source", Form.KEY),
            of("measure", Form.KEY));

    public static final Shape TARGET = Shape.keyed(
            List.of("indicator", "area"),
            of("indicator", Form.KEY),
            optional("area", Form.KEY),
            of("agreed", Form.FIGURE));

    public static final Shape DECLARED = Shape.keyed(
            List.of("indicator", "area"),
            of("indicator", Form.KEY),
            optional("area", Form.KEY),
            of("completed", Form.FIGURE));

    public static final Shape RESOURCE = Shape.of(
            of("on", Form.DATE),
            of("provider", Form.TEXT),
            of("kind", Form.WORD),
            of("value", Form.FIGURE),
            optional("area", Form.KEY),
            of("purpose", Form.TEXT));

    private AgreementShapes() {}
}
