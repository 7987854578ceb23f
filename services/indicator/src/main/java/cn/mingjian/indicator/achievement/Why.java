package cn.mingjian.indicator.achievement;

import cn.mingjian.indicator.achievement.AchievementDocument.IndicatorRow;
import cn.mingjian.indicator.achievement.FigureView.Input;
import cn.mingjian.indicator.catalogue.Catalogue;
import cn.mingjian.indicator.catalogue.Counting;
import cn.mingjian.indicator.catalogue.Indicator;
import cn.mingjian.indicator.catalogue.Measure;
import cn.mingjian.indicator.catalogue.Row;
import cn.mingjian.indicator.completion.CompletionRate;
import cn.mingjian.indicator.completion.DeclaredFigures;
import cn.mingjian.indicator.completion.Status;
import cn.mingjian.indicator.evaluation.Evaluation;
import cn.mingjian.platform.number.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Explains the figures of one achievement version by formula, inputs and their versions. */
record Why(
        Evaluation evaluation,
        Catalogue catalogue,
        DeclaredFigures declared,
        AchievementDocument achievement,
        int version) {

    private static final String RECORDS = "service-records";

    /** The figure of that id ({@code indicator:home-visits:A1:rate}, {@code review-backlog} …), if the achievement has it. */
    Optional<FigureView> figure(String id) {
        return switch (id) {
            case "indicators:exceeded" -> Optional.of(exceeded(id));
            case "review-backlog" -> Optional.of(backlog(id));
            default ->
                achievement.indicators().stream()
                        .flatMap(row -> ofRow(id, row).stream())
                        .findFirst();
        };
    }

    private Optional<FigureView> ofRow(String id, IndicatorRow printed) {
        var row = new Row(printed.indicator(), printed.area());
        var subject = row.subject();
        if (!id.startsWith(subject)) {
            return Optional.empty();
        }
        var indicator = catalogue.indicator(printed.indicator()).orElseThrow();
        return switch (id.substring(subject.length())) {
            case "" -> Optional.of(completed(id, indicator, row, printed));
            case ":rate" -> Optional.of(rate(id, indicator, row, printed));
            case ":recorded" -> recorded(id, indicator, printed);
            default -> Optional.empty();
        };
    }

    private FigureView completed(String id, Indicator indicator, Row row, IndicatorRow printed) {
        return switch (indicator.measure()) {
            case Measure.Volume volume -> declaredFigure(id, indicator, row, printed);
            case Measure.Rate(var numerator, var denominator) ->
                view(
                        id,
                        printed.completed(),
                        new CompletionRate(catalogue, declared).completed(indicator, row),
                        "%",
                        "完成率 = 分子指标完成量 × 100 ÷ 分母指标协议量",
                        List.of(
                                declaredInput(row.of(numerator), declared.of(row.of(numerator))),
                                agreedInput(row.of(denominator))));
        };
    }

    private FigureView declaredFigure(String id, Indicator indicator, Row row, IndicatorRow printed) {
        var isSum = row.area() == null && !declared.figures().containsKey(row);
        var inputs = new ArrayList<Input>();
        if (isSum) {
            declared.areasOf(row.indicator())
                    .forEach(area -> inputs.add(declaredInput(area.getKey(), Optional.of(area.getValue()))));
        } else {
            inputs.add(declaredInput(row, declared.of(row)));
        }
        return view(
                id,
                printed.completed(),
                declared.of(row),
                indicator.unit(),
                isSum ? "完成量 = 各片区申报完成量之和" : "完成量 = 申报完成量",
                inputs);
    }

    private FigureView rate(String id, Indicator indicator, Row row, IndicatorRow printed) {
        return switch (indicator.measure()) {
            case Measure.Rate rate -> completed(id, indicator, row, printed);
            case Measure.Volume volume ->
                view(
                        id,
                        printed.rate(),
                        new CompletionRate(catalogue, declared).rate(indicator, row),
                        "%",
                        "完成率 = 完成量 × 100 ÷ 协议指标量",
                        List.of(declaredInput(row, declared.of(row)), agreedInput(row)));
        };
    }

    private Optional<FigureView> recorded(String id, Indicator indicator, IndicatorRow printed) {
        return switch (indicator.measure()) {
            case Measure.Rate rate -> Optional.empty();
            case Measure.Volume(var type, var counting) ->
                Optional.of(view(
                        id,
                        printed.recorded(),
                        Optional.ofNullable(printed.recorded()).map(Figures::parse),
                        indicator.unit(),
                        counting == Counting.COUNT ? "平台记录量 = 证据期间内已审核通过的记录数" : "平台记录量 = 证据期间内已审核通过记录的参与人次之和",
                        List.of(
                                new Input("记录类型", type, RECORDS, null),
                                new Input(
                                        "证据期间",
                                        evaluation.window().from() + "/"
                                                + evaluation.window().to(),
                                        "evaluation",
                                        null))));
        };
    }

    private FigureView exceeded(String id) {
        var inputs = achievement.indicators().stream()
                .filter(row -> row.area() == null && Objects.equals(row.status(), Status.EXCEEDED.name()))
                .map(row -> new Input(
                        catalogue.indicator(row.indicator()).orElseThrow().name(),
                        row.completed(),
                        Row.station(row.indicator()).subject(),
                        version))
                .toList();
        return view(
                id,
                Integer.toString(achievement.indicatorsExceeded()),
                Optional.of(BigFraction.of(achievement.indicatorsExceeded())),
                "项",
                "站点完成量高于协议指标量的指标数",
                inputs);
    }

    private FigureView backlog(String id) {
        var rule = evaluation.backlog();
        return view(
                id,
                Optional.ofNullable(achievement.reviewBacklog())
                        .map(String::valueOf)
                        .orElse(null),
                Optional.ofNullable(achievement.reviewBacklog()).map(BigFraction::of),
                "条",
                "最高版本仍待审核、提交日早于（现场评估日 − 审核期限）的记录数",
                List.of(
                        new Input("现场评估日", rule.onSite().toString(), "evaluation", null),
                        new Input("审核期限（日）", Integer.toString(rule.reviewWithinDays()), "evaluation", null),
                        new Input("提交日早于", rule.overdueBefore().toString(), "review-backlog", null)));
    }

    private Input declaredInput(Row row, Optional<BigFraction> figure) {
        return new Input(
                "申报完成量 " + row.subject(),
                figure.map(Figures::plain).orElse(null),
                "declared-figures",
                achievement.inputs().declaredVersion());
    }

    private Input agreedInput(Row row) {
        return new Input(
                "协议指标量 " + row.subject(),
                catalogue.agreed(row).map(Figures::plain).orElse(null),
                "agreement:" + evaluation.agreement(),
                achievement.inputs().agreementVersion());
    }

    private FigureView view(
            String id,
            @Nullable String value,
            Optional<BigFraction> exact,
            String unit,
            String formula,
            List<Input> inputs) {
        return new FigureView(
                id, value, exact.map(AchievementDocument::exact).orElse(null), unit, formula, inputs, version);
    }
}
