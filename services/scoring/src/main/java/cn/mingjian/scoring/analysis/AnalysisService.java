package cn.mingjian.scoring.analysis;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Parties;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.result.ResultService;
import cn.mingjian.scoring.score.ItemScore;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.RoundScore;
import cn.mingjian.scoring.score.Rounding;
import cn.mingjian.scoring.score.Sensitivity;
import cn.mingjian.scoring.score.Sheet;
import cn.mingjian.scoring.score.Spread;
import cn.mingjian.scoring.score.Weighing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Reads out of scores what a result alone does not say, for those who may see the scores themselves. */
@ApplicationScoped
class AnalysisService {

    private final Access access;
    private final ResultService results;

    AnalysisService(Access access, ResultService results) {
        this.access = access;
        this.results = results;
    }

    /** For the bureau once all have submitted, for the panel once the round is closed. */
    @Transactional
    SensitivityView sensitivity(String code) {
        Standing standing = access.read(code);
        standing.requireDisclosed();
        Evaluation evaluation = standing.evaluation();
        RoundScore.Inputs inputs = results.inputs(evaluation);
        RoundScore round = RoundScore.of(inputs).orElseThrow();
        return SensitivityView.of(
                evaluation.resultVersion().orElseThrow(),
                round,
                inputs.vetoUpheld(),
                Sensitivity.of(round, inputs.weighing()));
    }

    /**
     * A closed round under other weights; while it is open, nobody plays with its outcome.
     *
     * @param weights by party; a party that is not named keeps its weight
     */
    @Transactional
    WhatIfView whatIf(String code, Map<Party, String> weights, String rounding) {
        Standing standing = access.read(code);
        standing.requireBureau();
        Evaluation evaluation = standing.evaluation();
        if (!(evaluation.phase() instanceof Phase.Closed)) {
            throw evaluation.tooLateOrEarly("试算其他权重");
        }
        RoundScore.Inputs inputs = results.inputs(evaluation);
        Weighing supposed = supposed(inputs.weighing(), weights, rounding);
        RoundScore.Inputs otherwise =
                new RoundScore.Inputs(inputs.rubric(), supposed, inputs.sheets(), inputs.vetoUpheld());
        return new WhatIfView(
                WhatIfView.Outcome.of(RoundScore.of(inputs).orElseThrow(), inputs.weighing()),
                WhatIfView.Outcome.of(RoundScore.of(otherwise).orElseThrow(), supposed));
    }

    /**
     * One party's spread: for its lead as soon as sheets are submitted, for the bureau once all have.
     *
     * @param against another round of the station that the caller may see as much of, or null
     */
    @Transactional
    SpreadView spread(String code, String partyName, String against) {
        Party party = Parties.named(partyName);
        Evaluation evaluation = readable(code, party);
        List<ItemScore> items = items(evaluation, party);
        Map<String, BigFraction> before = new HashMap<>();
        if (against != null) {
            Evaluation other = readable(against, party);
            if (!other.place().equals(evaluation.place())) {
                throw AnalysisProblem.ANOTHER_STATION.because("评估 %s 不属于同一站点", against);
            }
            if (!other.phase().isDisclosed()) {
                throw AnalysisProblem.NOT_COMPARABLE.because("评估 %s 尚未由四方全部提交", against);
            }
            items(other, party).stream()
                    .filter(earlier ->
                            items.stream().anyMatch(item -> item.item().isComparableWith(earlier.item())))
                    .forEach(earlier -> earlier.mean()
                            .ifPresent(mean -> before.put(earlier.item().code(), mean)));
        }
        List<Spread> spreads =
                items.stream().map(Spread::of).flatMap(Optional::stream).toList();
        return SpreadView.of(party.name(), against, spreads, before);
    }

    private Evaluation readable(String code, Party party) {
        Standing standing = access.read(code);
        if (standing.bureau()) {
            standing.requireDisclosed();
        } else {
            standing.requirePledgedLead(party);
        }
        if (standing.evaluation().phase().evidence().isEmpty()) {
            throw standing.evaluation().tooLateOrEarly("查看评分的离散程度");
        }
        return standing.evaluation();
    }

    private List<ItemScore> items(Evaluation evaluation, Party party) {
        RoundScore.Inputs inputs = results.inputs(evaluation);
        List<Sheet> sheets = inputs.sheets().getOrDefault(party, List.of());
        return inputs.rubric()
                .items(party)
                .map(item -> ItemScore.of(item, inputs.weighing().of(party).aggregation(), sheets))
                .toList();
    }

    private static Weighing supposed(Weighing actual, Map<Party, String> weights, String rounding) {
        Fields fields = new Fields();
        Map<Party, Weighing.Share> shares = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            Weighing.Share share = actual.of(party);
            Optional<BigFraction> weight = weights.containsKey(party)
                    ? fields.figure("/" + party.role(), weights.get(party))
                    : Optional.of(share.weight());
            weight.ifPresent(its -> shares.put(party, new Weighing.Share(its, share.aggregation())));
        }
        Rounding where = rounding == null
                ? actual.rounding()
                : fields.oneOf(Rounding.class, "/rounding", rounding).orElse(actual.rounding());
        fields.refuse();
        BigFraction sum =
                shares.values().stream().map(Weighing.Share::weight).reduce(BigFraction.ZERO, BigFraction::add);
        if (sum.compareTo(Figures.HUNDRED) != 0) {
            throw AnalysisProblem.WEIGHTS_NOT_HUNDRED.because("各方权重之和为 %s", Figures.plain(sum));
        }
        return new Weighing(shares, where, actual.grades());
    }
}
