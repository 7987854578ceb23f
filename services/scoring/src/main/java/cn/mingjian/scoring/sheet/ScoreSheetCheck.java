package cn.mingjian.scoring.sheet;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.scoring.Items;
import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.score.Item;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Rubric;
import cn.mingjian.scoring.score.Score;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** Reads a sheet against its party's part of the rubric. A draft may have gaps; what is submitted has every item once. */
final class ScoreSheetCheck {

    private static final int MOST_EVIDENCE = 20;

    private final Fields fields = new Fields();
    private final Rubric rubric;
    private final Map<String, Item> items;
    private final Predicate<String> citable;

    private ScoreSheetCheck(Rubric rubric, Party party, Predicate<String> citable) {
        this.rubric = rubric;
        this.citable = citable;
        this.items = rubric.items(party).collect(Collectors.toMap(Item::code, Function.identity()));
    }

    /**
     * The entries by item; ends the request with everything that is wrong with them.
     *
     * @param citable whether there is such evidence for the author
     */
    static Map<String, ScoreSheet.Entry> read(
            ScoreSheetDocument sheet, Rubric rubric, Party party, Predicate<String> citable) {
        ScoreSheetCheck check = new ScoreSheetCheck(rubric, party, citable);
        Map<String, ScoreSheet.Entry> entries = new LinkedHashMap<>();
        check.fields.each("/scores", sheet.scores(), (at, line) -> check.item(at, line)
                .flatMap(item -> check.score(at + "/score", item, line.score()))
                .ifPresent(score -> entries.put(
                        line.item(), new ScoreSheet.Entry(score, comment(line), check.evidence(at, line)))));
        check.fields.refuse();
        return entries;
    }

    /**
     * Ends the request when an item of the party has neither a score nor NA, or no comment where one is asked for.
     *
     * @param suggested what is not departed from without a comment, by item
     */
    static void requireWhole(ScoreSheet sheet, Rubric rubric, Party party, Map<String, BigFraction> suggested) {
        Fields fields = new Fields();
        rubric.items(party)
                .filter(item -> !sheet.entries().containsKey(item.code()))
                .forEach(item -> fields.wrong(
                        ScoreSheetProblem.ITEM_MISSING, "/scores", item.code() + " " + item.name() + " 尚未评分"));
        comments(fields, sheet.entries(), rubric, party, suggested);
        fields.refuse();
    }

    /**
     * Ends the request when a score stands without the comment that its item, or its distance from what is suggested, asks for.
     *
     * @param suggested as for a whole sheet
     */
    static void requireComments(
            Map<String, ScoreSheet.Entry> entries, Rubric rubric, Party party, Map<String, BigFraction> suggested) {
        Fields fields = new Fields();
        comments(fields, entries, rubric, party, suggested);
        fields.refuse();
    }

    private static void comments(
            Fields fields,
            Map<String, ScoreSheet.Entry> entries,
            Rubric rubric,
            Party party,
            Map<String, BigFraction> suggested) {
        rubric.items(party)
                .filter(item -> suggested.containsKey(item.code()))
                .filter(item -> entries.get(item.code())
                                instanceof ScoreSheet.Entry(Score.Points(var points), var comment, var _)
                        && comment == null
                        && points.compareTo(suggested.get(item.code())) != 0)
                .forEach(item -> fields.wrong(
                        ScoreSheetProblem.DEPARTURE_UNEXPLAINED,
                        "/scores",
                        item.code() + " " + item.name() + " 的建议分为 " + Figures.plain(suggested.get(item.code()))
                                + "，与之不同须写明理由"));
        rubric.items(party)
                .filter(item -> entries.get(item.code())
                                instanceof ScoreSheet.Entry(Score.Points(var points), var comment, var _)
                        && comment == null
                        && item.asksForComment(points))
                .forEach(item -> fields.wrong(
                        ScoreSheetProblem.COMMENT_MISSING,
                        "/scores",
                        item.code() + " " + item.name()
                                + (item.kind() == Item.Kind.VETO
                                        ? " 须写明所发现的问题"
                                        : " 低于 " + Figures.plain(item.commentBelow()) + " 分，须写明理由")));
    }

    private Optional<Item> item(String at, ScoreSheetDocument.ScoreDocument line) {
        Optional<String> code = fields.of(ScoringShapes.SCORE, at, "item", line.item());
        code.ifPresent(item -> fields.once("item", at + "/item", item));
        if (comment(line) != null) {
            fields.of(ScoringShapes.SCORE, at, "comment", line.comment());
        }
        Optional<Item> item = code.map(items::get);
        if (code.isPresent() && item.isEmpty()) {
            fields.wrong(ScoreSheetProblem.ITEM_UNKNOWN, at + "/item", "没有评分项 " + line.item());
        }
        return item;
    }

    private List<String> evidence(String at, ScoreSheetDocument.ScoreDocument line) {
        if (line.evidence() == null) {
            return List.of();
        }
        if (line.evidence().size() > MOST_EVIDENCE) {
            fields.wrong(at + "/evidence", "每项最多引用 %d 份依据".formatted(MOST_EVIDENCE));
            return List.of();
        }
        fields.each(at + "/evidence", line.evidence(), (place, cited) -> {
            fields.once(at + "/evidence", place, cited);
            if (!citable.test(cited)) {
                fields.wrong(ScoreSheetProblem.EVIDENCE_UNKNOWN, place, "没有可引用的依据 " + cited);
            }
        });
        return line.evidence();
    }

    private Optional<Score> score(String at, Item item, String text) {
        if (Score.NOT_APPLICABLE.equals(text)) {
            return Optional.of(new Score.NotApplicable());
        }
        Optional<BigFraction> points = fields.figure(at, text);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        List<Problem> problems = Items.score(at, decimal(points.get()), decimal(item.max()), decimal(rubric.step()));
        problems.forEach(problem -> fields.wrong(
                problem.rule() == Rule.SCORE_WITHIN_MAXIMUM
                        ? ScoreSheetProblem.SCORE_ABOVE_MAXIMUM
                        : ScoreSheetProblem.SCORE_OFF_STEP,
                at,
                item.code() + " " + problem.detail() + "，收到 " + text));
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Score.Points(points.get()));
    }

    /** Scores, maxima and steps are written as decimals. */
    private static BigDecimal decimal(BigFraction figure) {
        return new BigDecimal(Figures.plain(figure));
    }

    private static String comment(ScoreSheetDocument.ScoreDocument line) {
        return line.comment() == null || line.comment().isBlank() ? null : line.comment();
    }
}
