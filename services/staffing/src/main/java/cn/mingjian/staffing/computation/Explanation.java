package cn.mingjian.staffing.computation;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.staffing.figure.PersonMonths;
import cn.mingjian.staffing.figure.StaffingFigures;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure is what it is.
 *
 * @param value as printed, null when unknown
 * @param exact numerator and denominator
 * @param inputs what the formula was given; an input that is a figure itself carries its id and can be asked in turn
 * @param version the staffing version it belongs to
 * @param cites the versions and policy behind it
 */
record Explanation(
        String figure,
        String title,
        @Nullable String value,
        @Nullable String exact,
        String formula,
        List<Input> inputs,
        int version,
        StaffingDocument.Inputs cites) {

    /** One input: another figure, a worker by number, or a constant of agreement or policy. */
    record Input(String name, String value, @Nullable String figure) {}

    static Explanation of(Figure figure, StaffingFigures figures, int version, StaffingDocument.Inputs cites) {
        return new Explanation(
                figure.id(),
                figure.title(),
                figure.printed(figures).orElse(null),
                figure.of(figures).map(StaffingPrint::fraction).orElse(null),
                figure.formula(),
                inputs(figure, figures, cites).toList(),
                version,
                cites);
    }

    private static Stream<Input> inputs(Figure figure, StaffingFigures figures, StaffingDocument.Inputs cites) {
        return switch (figure) {
            case HEADCOUNT -> workers(figures.headcount().all());
            case CERTIFIED -> workers(figures.headcount().certified());
            case EXPERIENCED ->
                Stream.concat(
                        Stream.of(experiencedYears(cites)),
                        workers(figures.headcount().experienced()));
            case LEAVERS -> workers(figures.leavers());
            case CERTIFIED_RATE -> Stream.of(input(Figure.CERTIFIED, figures), input(Figure.HEADCOUNT, figures));
            case EXPERIENCED_RATE -> Stream.of(input(Figure.EXPERIENCED, figures), input(Figure.HEADCOUNT, figures));
            case PERSON_MONTHS -> months(figures, cites, PersonMonths::all);
            case CERTIFIED_PERSON_MONTHS -> months(figures, cites, PersonMonths::certified);
            case EXPERIENCED_PERSON_MONTHS ->
                Stream.concat(Stream.of(experiencedYears(cites)), months(figures, cites, PersonMonths::experienced));
            case AVERAGE_HEADCOUNT -> Stream.of(input(Figure.PERSON_MONTHS, figures), monthCount(figures));
            case TURNOVER -> Stream.of(input(Figure.LEAVERS, figures), input(Figure.AVERAGE_HEADCOUNT, figures));
            case ON_DUTY -> Stream.of(input(Figure.PERSON_MONTHS, figures), requiredStaff(cites), monthCount(figures));
            case CERTIFIED_ON_DUTY ->
                Stream.of(input(Figure.CERTIFIED_PERSON_MONTHS, figures), requiredStaff(cites), monthCount(figures));
        };
    }

    private static Input input(Figure figure, StaffingFigures figures) {
        return new Input(figure.title(), figure.printed(figures).orElse("—"), figure.id());
    }

    private static Stream<Input> workers(List<String> numbers) {
        return numbers.stream().map(number -> new Input(number, "1", null));
    }

    private static Stream<Input> months(
            StaffingFigures figures, StaffingDocument.Inputs cites, Function<PersonMonths, BigFraction> part) {
        return Stream.concat(
                Stream.of(new Input("半月日", String.valueOf(cites.policy().halfMonthAfterDay()), null)),
                figures.byWorker().entrySet().stream()
                        .filter(worker -> !part.apply(worker.getValue()).equals(BigFraction.ZERO))
                        .map(worker -> new Input(worker.getKey(), Figures.plain(part.apply(worker.getValue())), null)));
    }

    private static Input experiencedYears(StaffingDocument.Inputs cites) {
        return new Input("从业年限", String.valueOf(cites.policy().experiencedYears()), null);
    }

    private static Input requiredStaff(StaffingDocument.Inputs cites) {
        return new Input("协议要求人数", String.valueOf(cites.requiredStaff()), null);
    }

    private static Input monthCount(StaffingFigures figures) {
        return new Input("证据期间月数", String.valueOf(figures.months()), null);
    }
}
