package cn.mingjian.scoring.rubric;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.scoring.Items;
import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.rubric.RubricDocument.CategoryDocument;
import cn.mingjian.scoring.rubric.RubricDocument.ItemDocument;
import cn.mingjian.scoring.score.Item;
import cn.mingjian.scoring.score.Party;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form of a rubric: every field, unique codes, maxima above 0, bases that exist, something to score for each party. */
final class RubricCheck {

    private final Fields fields = new Fields();
    private final Known indicators;
    private final Set<String> itemCodes = new HashSet<>();
    private final Set<String> categoryCodes = new HashSet<>();
    private final Map<Party, Boolean> scored = new HashMap<>();

    private RubricCheck(Known indicators) {
        this.indicators = indicators;
    }

    /** Ends the request with everything that is wrong with the rubric. */
    static void check(RubricDocument rubric, Known indicators) {
        RubricCheck check = new RubricCheck(indicators);
        check.rubric(rubric);
        check.fields.refuse();
    }

    private void rubric(RubricDocument rubric) {
        fields.of(ScoringShapes.RUBRIC, "", "code", rubric.code());
        fields.of(ScoringShapes.RUBRIC, "", "version", rubric.version());
        if (rubric.step() != null) {
            fields.figure("/step", rubric.step())
                    .filter(step -> Form.POSITIVE.fault(rubric.step()).isPresent())
                    .ifPresent(step -> fields.wrong(RubricProblem.STEP_NOT_POSITIVE, "/step", "步长为 " + rubric.step()));
        }
        if (!fields.present("/parties", rubric.parties())) {
            return;
        }
        rubric.parties().forEach((name, categories) -> {
            String at = "/parties" + Fields.step(name);
            fields.oneOf(Party.class, at, name).ifPresent(party -> categories(at, party, 1, categories));
        });
        for (Party party : Party.values()) {
            if (!scored.getOrDefault(party, false)) {
                fields.wrong(
                        RubricProblem.PARTY_WITHOUT_ITEMS,
                        rubric.parties().containsKey(party.name()) ? "/parties/" + party : "/parties",
                        Items.nothingToScore(cn.mingjian.rules.scoring.Party.valueOf(party.name()))
                                .detail());
            }
        }
    }

    private void categories(String list, Party party, int level, List<CategoryDocument> categories) {
        fields.each(list, categories, (at, category) -> {
            Optional<Problem> tooDeep = Items.depth(at, level);
            if (tooDeep.isPresent()) {
                fields.wrong(RubricProblem.TOO_DEEP, at, tooDeep.get().detail());
                return;
            }
            fields.of(ScoringShapes.CATEGORY, at, "code", category.code())
                    .ifPresent(code -> once(categoryCodes, at, code));
            fields.of(ScoringShapes.CATEGORY, at, "name", category.name());
            fields.each(at + "/items", category.items(), (item, each) -> item(item, party, each));
            categories(at + "/categories", party, level + 1, category.categories());
        });
    }

    private void item(String at, Party party, ItemDocument item) {
        fields.of(ScoringShapes.ITEM, at, "code", item.code()).ifPresent(code -> once(itemCodes, at, code));
        fields.of(ScoringShapes.ITEM, at, "name", item.name());
        fields.figure(at + "/max", item.max())
                .filter(max -> Form.POSITIVE.fault(item.max()).isPresent())
                .ifPresent(max -> fields.wrong(
                        RubricProblem.MAXIMUM_NOT_POSITIVE, at + "/max", item.code() + " 的满分为 " + item.max()));
        if (item.commentBelow() != null) {
            fields.figure(at + "/commentBelow", item.commentBelow());
        }
        fields.oneOf(Item.Kind.class, at + "/kind", item.kind())
                .filter(kind -> kind == Item.Kind.REGULAR)
                .ifPresent(kind -> scored.put(party, true));
        fields.of(ScoringShapes.ITEM, at, "basis", item.basis())
                .flatMap(basis -> Items.basis(at + "/basis", basis, indicators))
                .ifPresent(problem -> fields.wrong(
                        RubricProblem.BASIS_UNKNOWN, problem.pointer(), item.code() + " 的依据不存在：" + problem.detail()));
    }

    private void once(Set<String> codes, String at, String code) {
        if (!codes.add(code)) {
            fields.wrong(RubricProblem.CODE_REPEATED, at + "/code", "编码 " + code + " 已出现过");
        }
    }
}
