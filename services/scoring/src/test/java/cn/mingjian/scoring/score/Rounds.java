package cn.mingjian.scoring.score;

import cn.mingjian.platform.number.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** Small rubrics and sheets for decision tables. */
final class Rounds {

    static final Item PLAIN = regular("A1", "10");

    private Rounds() {}

    static Item regular(String code, String max) {
        return item(code, max, Item.Kind.REGULAR);
    }

    static Item item(String code, String max, Item.Kind kind) {
        return new Item(code, "项目" + code, Figures.parse(max), null, kind, null);
    }

    static Category category(String code, Item... items) {
        return new Category(code, "类别" + code, List.of(items), List.of());
    }

    /** A rubric whose third party has these categories; the others have one plain item each. */
    static Rubric thirdPartyScores(Category... categories) {
        Map<Party, List<Category>> parties = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            parties.put(party, List.of(category(party + "-C", regular(party + "-I", "100"))));
        }
        parties.put(Party.THIRD_PARTY, List.of(categories));
        return new Rubric("test", "1", Rubric.DEFAULT_STEP, parties);
    }

    /** Sheets of evaluators e0, e1 … from rows like {@code "A1=5 A2=NA"}. */
    static List<Sheet> sheets(String... rows) {
        List<Sheet> sheets = new ArrayList<>();
        for (String row : rows) {
            Map<String, Score> scores = new HashMap<>();
            for (String cell : row.split(" ", -1)) {
                String[] parts = cell.split("=", -1);
                scores.put(parts[0], Score.parse(parts[1]));
            }
            sheets.add(new Sheet("e" + sheets.size(), 1, scores));
        }
        return sheets;
    }

    static List<BigFraction> fractions(String list) {
        return list.isBlank()
                ? List.of()
                : List.of(list.split(" ")).stream().map(Figures::parse).toList();
    }
}
