package cn.mingjian.cli.bundle;

import static cn.mingjian.cli.bundle.Column.of;
import static cn.mingjian.cli.bundle.Column.text;
import static cn.mingjian.cli.bundle.Form.BARRED;
import static cn.mingjian.cli.bundle.Form.DATE;
import static cn.mingjian.cli.bundle.Form.FIGURE;
import static cn.mingjian.cli.bundle.Form.FLAG;
import static cn.mingjian.cli.bundle.Form.MONTH;
import static cn.mingjian.cli.bundle.Form.SCORE;
import static cn.mingjian.cli.bundle.Form.WHOLE;
import static cn.mingjian.cli.bundle.Form.WORD;
import static cn.mingjian.cli.bundle.Form.oneOf;

import java.util.List;

/** The tables of a bundle: which file, whether it is needed, the columns that identify a row, and all columns. */
public enum CsvFile {
    AREAS(
            "areas.csv",
            true,
            List.of("code"),
            text("code"),
            text("name"),
            of("workers", WHOLE),
            of("communities", BARRED)),
    INDICATORS(
            "indicators.csv",
            true,
            List.of("code"),
            text("code"),
            text("name"),
            text("unit"),
            of("scope", oneOf("AREA", "STATION")),
            of("kind", oneOf("VOLUME", "RATE")),
            text("source"),
            text("measure")),
    TARGETS(
            "targets.csv",
            true,
            List.of("indicator", "area"),
            text("indicator"),
            text("area").optional(),
            of("agreed", FIGURE)),
    DECLARED(
            "declared.csv",
            true,
            List.of("indicator", "area"),
            text("indicator"),
            text("area").optional(),
            of("completed", FIGURE)),
    ROSTER(
            "roster.csv",
            true,
            List.of("worker"),
            text("worker"),
            text("position"),
            text("area").optional(),
            of("certificate", oneOf("NONE", "ASSISTANT", "INTERMEDIATE", "SENIOR")),
            of("joined", DATE),
            of("contractTo", DATE).optional(),
            of("left", DATE).optional(),
            of("departure", oneOf("HANDOVER", "MOVED_WITHIN_SECTOR", "LEFT_SECTOR", "DISMISSED", "RETIRED"))
                    .optional(),
            of("practiceSince", DATE),
            text("note").optional()),
    ATTENDANCE(
            "attendance.csv",
            true,
            List.of("worker", "month"),
            text("worker"),
            of("month", MONTH),
            of("present", FLAG),
            of("insured", FLAG),
            of("paid", FLAG)),
    PANEL(
            "panel.csv",
            true,
            List.of("evaluator"),
            text("evaluator"),
            of("party", Party.FORM),
            text("label"),
            of("role", oneOf("LEAD", "MEMBER")),
            of("pledgedOn", DATE).optional(),
            of("recused", FLAG),
            text("recusalReason").optional()),
    SCORES(
            "scores.csv",
            true,
            List.of("evaluator", "item"),
            text("evaluator"),
            text("item"),
            of("score", SCORE),
            text("comment").optional()),
    TRAINING(
            "training.csv",
            false,
            List.of(),
            of("on", DATE),
            of("kind", oneOf("TRAINING", "SUPERVISION")),
            text("title"),
            of("hours", FIGURE),
            of("attendees", WHOLE)),
    RESOURCES(
            "resources.csv",
            false,
            List.of(),
            of("on", DATE),
            text("provider"),
            of("kind", WORD),
            of("value", FIGURE),
            text("area").optional(),
            text("purpose")),
    SATISFACTION(
            "satisfaction.csv",
            false,
            List.of(),
            of("group", WORD),
            of("channel", WORD),
            of("score", Form.between(1, 5)));

    private final String file;
    private final boolean needed;
    private final List<String> key;
    private final List<Column> columns;

    CsvFile(String file, boolean needed, List<String> key, Column... columns) {
        this.file = file;
        this.needed = needed;
        this.key = key;
        this.columns = List.of(columns);
    }

    /** The file's name. */
    public String file() {
        return file;
    }

    boolean needed() {
        return needed;
    }

    List<String> key() {
        return key;
    }

    List<Column> columns() {
        return columns;
    }
}
