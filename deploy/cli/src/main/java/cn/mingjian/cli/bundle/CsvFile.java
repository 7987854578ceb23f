package cn.mingjian.cli.bundle;

import cn.mingjian.rules.agreement.AgreementShapes;
import cn.mingjian.rules.form.Field;
import cn.mingjian.rules.form.Shape;
import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.rules.staffing.StaffingShapes;
import java.util.List;

/** The tables of a bundle: which file, whether it is needed, and what a row has. */
public enum CsvFile {
    AREAS("areas.csv", true, AgreementShapes.AREA),
    INDICATORS("indicators.csv", true, AgreementShapes.INDICATOR),
    TARGETS("targets.csv", true, AgreementShapes.TARGET),
    DECLARED("declared.csv", true, AgreementShapes.DECLARED),
    ROSTER("roster.csv", true, StaffingShapes.WORKER),
    ATTENDANCE("attendance.csv", true, StaffingShapes.MONTH),
    PANEL("panel.csv", true, ScoringShapes.MEMBER),
    SCORES("scores.csv", true, ScoringShapes.SCORE),
    TRAINING("training.csv", false, StaffingShapes.SESSION),
    RESOURCES("resources.csv", false, AgreementShapes.RESOURCE),
    SATISFACTION("satisfaction.csv", false, ScoringShapes.ANSWER);

    private final String file;
    private final boolean needed;
    private final Shape shape;

    CsvFile(String file, boolean needed, Shape shape) {
        this.file = file;
        this.needed = needed;
        this.shape = shape;
    }

    /** The file's name. */
    public String file() {
        return file;
    }

    /** The columns it may have, in their order. */
    public List<String> columns() {
        return shape.fields().stream().map(Field::name).toList();
    }

    boolean needed() {
        return needed;
    }

    Shape shape() {
        return shape;
    }
}
