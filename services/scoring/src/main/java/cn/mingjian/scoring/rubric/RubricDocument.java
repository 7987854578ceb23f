package cn.mingjian.scoring.rubric;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.score.Category;
import cn.mingjian.scoring.score.Item;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Rubric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A rubric as it is sent and kept; {@link RubricCheck} has read it before.
 *
 * @param version the author's own
 * @param step every score is a multiple of it; 0.5 when null
 * @param parties top-level categories by party
 */
public record RubricDocument(String code, String version, String step, Map<String, List<CategoryDocument>> parties) {

    /** A level of the tree; null lists are empty. */
    public record CategoryDocument(
            String code, String name, List<ItemDocument> items, List<CategoryDocument> categories) {

        Category toCategory() {
            return new Category(
                    code,
                    name,
                    items().stream().map(ItemDocument::toItem).toList(),
                    categories().stream().map(CategoryDocument::toCategory).toList());
        }

        public CategoryDocument {
            items = items == null ? List.of() : items;
            categories = categories == null ? List.of() : categories;
        }
    }

    /**
     * A line that evaluators score.
     *
     * @param basis the evidence it leans on, or null
     * @param kind REGULAR, BONUS, DEDUCTION or VETO; REGULAR when null
     * @param commentBelow a score under it needs a comment; null when none does
     */
    public record ItemDocument(String code, String name, String max, String basis, String kind, String commentBelow) {

        public ItemDocument {
            kind = kind == null ? Item.Kind.REGULAR.name() : kind;
        }

        Item toItem() {
            return new Item(
                    code,
                    name,
                    Figures.parse(max),
                    basis,
                    Item.Kind.valueOf(kind),
                    commentBelow == null ? null : Figures.parse(commentBelow));
        }
    }

    /** The rubric as a value. */
    public Rubric toRubric() {
        Map<Party, List<Category>> trees = new EnumMap<>(Party.class);
        parties.forEach((party, categories) -> trees.put(
                Party.valueOf(party),
                categories.stream().map(CategoryDocument::toCategory).toList()));
        return new Rubric(code, version, step == null ? Rubric.DEFAULT_STEP : Figures.parse(step), trees);
    }
}
