package cn.mingjian.staffing.computation;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.staffing.figure.RetentionFormula;
import cn.mingjian.staffing.figure.StaffingFigures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/** Every figure that can be asked for its reasons. */
enum Figure {
    HEADCOUNT(
            "staffing:headcount",
            "在岗人数",
            "证据期间最后一天已入职且尚未离职的人数（当天为最后工作日的视为已离职）",
            Form.PLAIN,
            figures -> count(figures.headcount().all())),
    CERTIFIED(
            "staffing:certified",
            "持证人数",
            "在岗人数中持有社工证书的人数",
            Form.PLAIN,
            figures -> count(figures.headcount().certified())),
    CERTIFIED_RATE("staffing:certified-rate", "持证率", "持证人数 × 100 ÷ 在岗人数", Form.RATE, StaffingFigures::certifiedRate),
    EXPERIENCED(
            "staffing:experienced",
            "有经验人数",
            "在岗人数中至证据期间最后一天从业满规定年限的人数",
            Form.PLAIN,
            figures -> count(figures.headcount().experienced())),
    EXPERIENCED_RATE(
            "staffing:experienced-rate", "有经验比例", "有经验人数 × 100 ÷ 在岗人数", Form.RATE, StaffingFigures::experiencedRate),
    PERSON_MONTHS(
            "staffing:person-months",
            "有效人次（人月）",
            "在职且标记到岗的月份各计 1；当月半月日之后入职，或半月日当天及之前离职的计 0.5",
            Form.PLAIN,
            figures -> Optional.of(figures.personMonths().all())),
    CERTIFIED_PERSON_MONTHS(
            "staffing:certified-person-months",
            "持证人月",
            "持证人员的有效人月之和",
            Form.PLAIN,
            figures -> Optional.of(figures.personMonths().certified())),
    EXPERIENCED_PERSON_MONTHS(
            "staffing:experienced-person-months",
            "有经验人月",
            "至当月最后一天从业满规定年限的有效人月之和",
            Form.PLAIN,
            figures -> Optional.of(figures.personMonths().experienced())),
    AVERAGE_HEADCOUNT(
            "staffing:average-headcount",
            "平均在岗人数",
            "有效人月 ÷ 证据期间月数",
            Form.RATE,
            figures -> Optional.of(figures.averageHeadcount())),
    LEAVERS("staffing:leavers", "流失人数", "最后工作日在证据期间内（含首尾两天）且非移交的离职人数", Form.PLAIN, figures -> count(figures.leavers())),
    TURNOVER(
            "staffing:retention:TURNOVER",
            "稳岗率（按流失）",
            "(1 − 流失人数 ÷ 平均在岗人数) × 100",
            Form.RATE,
            RetentionFormula.TURNOVER::of),
    ON_DUTY(
            "staffing:retention:ON_DUTY",
            "稳岗率（按到岗）",
            "有效人月 × 100 ÷ (协议要求人数 × 月数)",
            Form.RATE,
            RetentionFormula.ON_DUTY::of),
    CERTIFIED_ON_DUTY(
            "staffing:retention:CERTIFIED_ON_DUTY",
            "稳岗率（按持证到岗）",
            "持证人月 × 100 ÷ (协议要求人数 × 月数)",
            Form.RATE,
            RetentionFormula.CERTIFIED_ON_DUTY::of);

    /** How a figure is printed. */
    enum Form {
        PLAIN,
        RATE
    }

    /** The figure of whichever retention formula the evaluation's policy names. */
    private static final String RETENTION = "staffing:retention";

    private final String id;
    private final String title;
    private final String formula;
    private final Form form;
    private final Function<StaffingFigures, Optional<BigFraction>> value;

    Figure(String id, String title, String formula, Form form, Function<StaffingFigures, Optional<BigFraction>> value) {
        this.id = id;
        this.title = title;
        this.formula = formula;
        this.form = form;
        this.value = value;
    }

    /** The figure of an id; {@code staffing:retention} is the formula that counts. */
    static Optional<Figure> of(String id, RetentionFormula counts) {
        String meant = id.equals(RETENTION) ? RETENTION + ":" + counts : id;
        return Arrays.stream(values()).filter(figure -> figure.id.equals(meant)).findFirst();
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String formula() {
        return formula;
    }

    Optional<BigFraction> of(StaffingFigures figures) {
        return value.apply(figures);
    }

    Optional<String> printed(StaffingFigures figures) {
        return of(figures).map(exact -> switch (form) {
            case PLAIN -> Figures.plain(exact);
            case RATE -> Figures.twoDecimals(exact);
        });
    }

    private static Optional<BigFraction> count(List<String> workers) {
        return Optional.of(BigFraction.of(workers.size()));
    }
}
