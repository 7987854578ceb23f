package cn.mingjian.scoring.result;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.score.Aggregation;
import cn.mingjian.scoring.score.Category;
import cn.mingjian.scoring.score.CategoryScore;
import cn.mingjian.scoring.score.Item;
import cn.mingjian.scoring.score.ItemScore;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.PartyScore;
import cn.mingjian.scoring.score.RoundScore;
import cn.mingjian.scoring.score.Rounding;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** Tells of each figure of a round how it came about, one level at a time. */
record Explanation(RoundScore.Inputs inputs, RoundScore round, int resultVersion) {

    private static final String UNSCORED = "未评分";

    Figure of(FigureId id) {
        return switch (id) {
            case FigureId.Total() -> total(id);
            case FigureId.OfGrade() -> grade(id);
            case FigureId.Raw(Party party) -> raw(id, round.of(party));
            case FigureId.Weighted(Party party) -> weighted(id, party);
            case FigureId.OfCategory(Party party, String code) -> category(id, round.of(party), code);
            case FigureId.OfItem(Party party, String code) ->
                item(id, party, round.of(party).items().get(code));
        };
    }

    private Figure total(FigureId id) {
        String formula =
                inputs.weighing().rounding() == Rounding.PER_PARTY ? "各方加权得分四舍五入至两位小数后相加" : "各方加权得分精确相加后四舍五入至两位小数";
        List<Figure.Input> parts = new ArrayList<>();
        for (Party party : Party.values()) {
            parts.add(input(
                    new FigureId.Weighted(party),
                    party.title() + "加权得分",
                    Figures.twoDecimals(round.weightedOf(party))));
        }
        return figure(id, formula, round.total(), Figures.twoDecimals(round.total()), parts);
    }

    private Figure grade(FigureId id) {
        List<Figure.Input> parts = new ArrayList<>();
        parts.add(input(new FigureId.Total(), "总分", Figures.twoDecimals(round.total())));
        inputs.weighing()
                .grades()
                .grades()
                .forEach(grade -> parts.add(plain(grade.name() + "起点分", Figures.plain(grade.from()))));
        String formula = inputs.vetoUpheld() ? "一票否决成立，定为最低等级" : "按总分所达到的等级起点分确定，起点分含在内";
        return new Figure(id.text(), formula, null, round.grade().name(), parts, resultVersion);
    }

    private Figure weighted(FigureId id, Party party) {
        BigFraction weighted = round.weightedOf(party);
        return figure(
                id,
                "原始分 × 权重 ÷ 100",
                weighted,
                Figures.twoDecimals(weighted),
                List.of(
                        input(
                                new FigureId.Raw(party),
                                party.title() + "原始分",
                                Figures.twoDecimals(round.of(party).raw())),
                        plain("权重", Figures.plain(inputs.weighing().of(party).weight()))));
    }

    private Figure raw(FigureId id, PartyScore score) {
        List<Figure.Input> parts = new ArrayList<>();
        score.categories()
                .forEach(each -> parts.add(input(
                        new FigureId.OfCategory(score.party(), each.category().code()),
                        each.category().name(),
                        Figures.twoDecimals(each.score()) + " / " + Figures.plain(each.max()))));
        score.items().values().stream()
                .filter(item -> item.item().kind() != Item.Kind.REGULAR)
                .forEach(item -> parts.add(item(score.party(), item)));
        return figure(
                id,
                "常规项得分之和 × 100 ÷ 常规项满分之和，加上加分项，减去扣分项，限于 0 至 100；无人评分的项不计",
                score.raw(),
                Figures.twoDecimals(score.raw()),
                parts);
    }

    private Figure category(FigureId id, PartyScore party, String code) {
        CategoryScore score = party.allCategories()
                .filter(each -> each.category().code().equals(code))
                .findFirst()
                .orElseThrow();
        Category category = score.category();
        List<Figure.Input> parts = new ArrayList<>();
        category.items()
                .forEach(item -> parts.add(item(party.party(), party.items().get(item.code()))));
        party.allCategories()
                .filter(each -> category.categories().contains(each.category()))
                .filter(each -> each.category().countsAnywhere())
                .forEach(each -> parts.add(input(
                        new FigureId.OfCategory(party.party(), each.category().code()),
                        each.category().name(),
                        Figures.twoDecimals(each.score()) + " / " + Figures.plain(each.max()))));
        return figure(
                id,
                "本类常规项得分之和（含下级）；满分之和为 " + Figures.plain(score.max()) + "，无人评分的项不计",
                score.score(),
                Figures.twoDecimals(score.score()),
                parts);
    }

    private Figure item(FigureId id, Party party, ItemScore score) {
        Aggregation aggregation = inputs.weighing().of(party).aggregation();
        List<Figure.Input> parts = score.given().stream()
                .map(given ->
                        new Figure.Input(null, given.evaluator(), Figures.plain(given.points()), given.sheetVersion()))
                .toList();
        String formula =
                switch (aggregation) {
                    case MEAN -> "评分的平均值，不适用（NA）不计";
                    case TRIMMED_MEAN -> "满五个评分时去掉一个最高分和一个最低分后的平均值，不适用（NA）不计";
                };
        return new Figure(
                id.text(),
                formula,
                score.mean().map(Explanation::exact).orElse(null),
                score.mean().map(Figures::twoDecimals).orElse(null),
                parts,
                resultVersion);
    }

    private Figure figure(FigureId id, String formula, BigFraction exact, String printed, List<Figure.Input> parts) {
        return new Figure(id.text(), formula, exact(exact), printed, parts, resultVersion);
    }

    private static Figure.Input item(Party party, ItemScore score) {
        return input(
                new FigureId.OfItem(party, score.item().code()),
                score.item().name(),
                score.mean().map(Figures::twoDecimals).orElse(UNSCORED) + " / "
                        + Figures.plain(score.item().max()));
    }

    private static Figure.Input input(FigureId id, String name, String value) {
        return new Figure.Input(id.text(), name, value, null);
    }

    private static Figure.Input plain(String name, String value) {
        return new Figure.Input(null, name, value, null);
    }

    private static String exact(BigFraction value) {
        return value.getNumerator() + "/" + value.getDenominator();
    }
}
