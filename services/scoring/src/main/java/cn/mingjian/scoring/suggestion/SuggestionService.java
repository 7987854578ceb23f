package cn.mingjian.scoring.suggestion;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvidenceSnapshot;
import cn.mingjian.scoring.evaluation.Opening;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.fieldwork.FieldworkService;
import cn.mingjian.scoring.rubric.RubricService;
import cn.mingjian.scoring.score.Item;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Rubric;
import cn.mingjian.scoring.score.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Suggests scores: to an evaluator those of its party, to the bureau all; and says which of them a policy holds to. */
@ApplicationScoped
public class SuggestionService {

    private static final String INDICATOR = "indicator:";
    private static final String RETENTION = "staffing:retention";
    private static final String SATISFACTION = "satisfaction";

    private final Access access;
    private final RubricService rubrics;
    private final FieldworkService fieldwork;
    private final AchievementClient achievement;
    private final StaffingClient staffing;

    SuggestionService(
            Access access,
            RubricService rubrics,
            FieldworkService fieldwork,
            @RestClient AchievementClient achievement,
            @RestClient StaffingClient staffing) {
        this.access = access;
        this.rubrics = rubrics;
        this.fieldwork = fieldwork;
        this.achievement = achievement;
        this.staffing = staffing;
    }

    /** @param authorization the caller's own, with which the owners of the figures are asked */
    SuggestionView of(String code, String authorization) {
        Standing standing = access.read(code);
        standing.requireBureauOrPanelOrReport();
        Evaluation evaluation = standing.evaluation();
        EvidenceSnapshot evidence = evaluation.phase().evidence().orElseThrow(() -> evaluation.tooLateOrEarly("查看建议分"));
        Rubric rubric = rubrics.pinned(evaluation);
        Map<String, Optional<BigFraction>> rates = rates(evaluation, evidence, authorization);
        List<Party> shown = standing.bureau()
                ? List.of(Party.values())
                : List.of(standing.requireSeat().party());
        return new SuggestionView(shown.stream()
                .flatMap(party -> rubric.items(party)
                        .filter(item -> item.basis() != null)
                        .map(item -> suggested(party, item, rubric, rates)))
                .toList());
    }

    /**
     * What is suggested to the caller's party and may not be departed from without a comment, by item; empty where the
     * policy leaves that free, and for whoever neither scores nor corrects now.
     */
    public Map<String, BigFraction> toExplain(String code, String authorization) {
        Standing standing = access.read(code);
        Evaluation evaluation = standing.evaluation();
        Optional<Seat> seat = standing.seat().filter(Seat::eligible);
        if (seat.isEmpty()
                || !evaluation.opening().departuresAreExplained()
                || !(evaluation.phase() instanceof Phase.Scoring || evaluation.phase() instanceof Phase.Feedback)) {
            return Map.of();
        }
        EvidenceSnapshot evidence = evaluation.phase().evidence().orElseThrow();
        Rubric rubric = rubrics.pinned(evaluation);
        Map<String, Optional<BigFraction>> rates = rates(evaluation, evidence, authorization);
        return rubric.items(seat.get().party())
                .filter(item -> item.basis() != null)
                .flatMap(item ->
                        Suggestion.of(item, rubric.step(), rates.getOrDefault(item.basis(), Optional.empty())).stream())
                .collect(Collectors.toMap(each -> each.item().code(), Suggestion::points));
    }

    private static SuggestionView.SuggestedScore suggested(
            Party party, Item item, Rubric rubric, Map<String, Optional<BigFraction>> rates) {
        Optional<BigFraction> rate = rates.getOrDefault(item.basis(), Optional.empty());
        return new SuggestionView.SuggestedScore(
                party.name(),
                item.code(),
                item.basis(),
                Figures.plain(item.max()),
                rate.map(its -> item.basis().equals(SATISFACTION) ? its.divide(20) : its)
                        .map(Figures::twoDecimals)
                        .orElse(null),
                Suggestion.of(item, rubric.step(), rate)
                        .map(Suggestion::points)
                        .map(Figures::plain)
                        .orElse(null));
    }

    /** By basis, in per cent. */
    private Map<String, Optional<BigFraction>> rates(
            Evaluation evaluation, EvidenceSnapshot evidence, String authorization) {
        Map<String, Optional<BigFraction>> rates = new HashMap<>();
        try {
            achievement.get(evaluation.code(), evidence.achievementVersion(), authorization).indicators().stream()
                    .filter(row -> row.area() == null)
                    .forEach(row -> rates.put(INDICATOR + row.indicator(), exact(row.exactRate())));
            Map<String, String> figures = staffing.get(evaluation.code(), evidence.staffingVersion(), authorization)
                    .exact();
            figures.forEach((figure, exact) -> rates.put(figure, exact(exact)));
            Opening.Retention counts = evaluation.opening().retention();
            rates.put(RETENTION, exact(figures.get(RETENTION + ":" + counts)));
        } catch (ProcessingException | WebApplicationException unreachable) {
            throw CommonProblem.UNAVAILABLE.because("暂时无法取得已冻结的数据");
        }
        rates.put(SATISFACTION, fieldwork.frozenMeanAnswer(evaluation).map(Suggestion::rateOfMeanAnswer));
        return rates;
    }

    private static Optional<BigFraction> exact(String fraction) {
        return Stream.ofNullable(fraction).map(BigFraction::parse).findFirst();
    }
}
