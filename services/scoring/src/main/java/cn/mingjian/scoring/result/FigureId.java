package cn.mingjian.scoring.result;

import cn.mingjian.scoring.score.Category;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Rubric;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The name of one figure of a result: {@code total}, {@code grade}, {@code party:PARTY:raw}, {@code party:PARTY:weighted},
 * {@code category:CODE}, {@code item:CODE}.
 */
sealed interface FigureId {

    /** The printed total. */
    record Total() implements FigureId {}

    /** The grade. */
    record OfGrade() implements FigureId {}

    /** A party's raw score. */
    record Raw(Party party) implements FigureId {}

    /** A party's weighted score. */
    record Weighted(Party party) implements FigureId {}

    /** A category at any depth that holds more than VETO items: those count nowhere. */
    record OfCategory(Party party, String code) implements FigureId {}

    /** An item's mean. */
    record OfItem(Party party, String code) implements FigureId {}

    /** Reads a name; empty when the rubric has no such figure. */
    static Optional<FigureId> parse(String id, Rubric rubric) {
        String[] parts = id.split(":", 2);
        String rest = parts.length == 2 ? parts[1] : "";
        return switch (parts[0]) {
            case "total" -> rest.isEmpty() ? Optional.of(new Total()) : Optional.empty();
            case "grade" -> rest.isEmpty() ? Optional.of(new OfGrade()) : Optional.empty();
            case "party" -> ofParty(rest);
            case "category" ->
                party(party -> rubric.of(party).stream()
                                .flatMap(Category::withNested)
                                .filter(Category::countsAnywhere)
                                .anyMatch(category -> category.code().equals(rest)))
                        .map(party -> new OfCategory(party, rest));
            case "item" -> party(party -> rubric.item(party, rest).isPresent()).map(party -> new OfItem(party, rest));
            default -> Optional.empty();
        };
    }

    private static Optional<FigureId> ofParty(String rest) {
        String[] parts = rest.split(":", -1);
        Optional<Party> party = Party.of(parts[0]);
        if (parts.length != 2) {
            return Optional.empty();
        }
        return switch (parts[1]) {
            case "raw" -> party.map(Raw::new);
            case "weighted" -> party.map(Weighted::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Party> party(Predicate<Party> having) {
        return Stream.of(Party.values()).filter(having).findFirst();
    }

    /** The name it is asked by. */
    default String text() {
        return switch (this) {
            case Total() -> "total";
            case OfGrade() -> "grade";
            case Raw(Party party) -> "party:" + party + ":raw";
            case Weighted(Party party) -> "party:" + party + ":weighted";
            case OfCategory(Party party, String code) -> "category:" + code;
            case OfItem(Party party, String code) -> "item:" + code;
        };
    }
}
