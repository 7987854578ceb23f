package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens evaluations and moves them from phase to phase. */
@ApplicationScoped
public class EvaluationService {

    private final Evaluations evaluations;
    private final Agreements agreements;
    private final Outbox outbox;
    private final Caller caller;

    EvaluationService(Evaluations evaluations, Agreements agreements, Outbox outbox, Caller caller) {
        this.evaluations = evaluations;
        this.agreements = agreements;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** An evaluation as opened, and whether this call opened it. */
    record Opened(Evaluation evaluation, boolean isNew) {}

    /** Opens the evaluation; the same document again is harmless, another one is refused. */
    @Transactional
    Opened open(String code, Opening opening) {
        Place place = opening.place();
        caller.require(Roles.BUREAU, place);
        evaluations.claim(code);
        Optional<Evaluation> existing = evaluations.locked(code);
        if (existing.isPresent()) {
            return new Opened(unchanged(existing.get(), opening), false);
        }
        if (evaluations.isTaken(code)) {
            throw taken(code);
        }
        if (!agreements.knowsStation(place, opening.stationVersion())) {
            throw EvaluationProblem.STATION_UNKNOWN.because("尚未收到站点 %s 第 %d 版的登记", place, opening.stationVersion());
        }
        if (!agreements.knows(place, opening.agreement(), opening.agreementVersion())) {
            throw EvaluationProblem.AGREEMENT_UNKNOWN.because(
                    "尚未收到站点 %s 的服务协议 %s 第 %d 版", place, opening.agreement(), opening.agreementVersion());
        }
        Evaluation evaluation = evaluations.open(code, opening);
        append(code, new EvaluationEvent.EvaluationOpened(code, opening));
        return new Opened(evaluation, true);
    }

    /** Enters the phase and tells of it. */
    public void enter(Evaluation evaluation, Phase phase) {
        evaluations.enter(evaluation.code(), phase);
        append(
                evaluation.code(),
                new EvaluationEvent.PhaseChanged(
                        evaluation.code(),
                        evaluation.opening().district(),
                        evaluation.opening().station(),
                        phase.name()));
    }

    /** Notes that a party has submitted, before the phase that follows from it is entered. */
    public void submitted(Evaluation evaluation, Party party) {
        evaluations.submitted(evaluation.code(), party);
    }

    /** Takes back what the party has submitted, for it to submit again: the round as it is from then on. */
    public Evaluation reopen(Evaluation evaluation, Phase.Scoring scoring, Party party) {
        evaluations.reopened(evaluation.code(), party);
        return evaluation.in(scoring.reopen(party));
    }

    /** When each party submitted what stands. */
    public Map<Party, Instant> submissions(Evaluation evaluation) {
        return evaluations.submissions(evaluation.code());
    }

    /** Notes the newest result; together with the phase it appears in. */
    public void resultIs(Evaluation evaluation, int version) {
        evaluations.resultIs(evaluation.code(), version);
    }

    /** The station's evaluations that were closed before this one was opened, the latest first. */
    public List<Evaluation> closedBefore(Evaluation evaluation) {
        return evaluations.closedBefore(evaluation);
    }

    /** Whether the code is that of an evaluation of the same station that was opened later and not called off. */
    public boolean isHeldLaterAtSameStation(Evaluation evaluation, String code) {
        return evaluations
                .find(code)
                .filter(other -> other.place().equals(evaluation.place()))
                .filter(other -> !(other.phase() instanceof Phase.Cancelled))
                .filter(other -> evaluations.closedBefore(other).stream()
                        .anyMatch(earlier -> earlier.code().equals(evaluation.code())))
                .isPresent();
    }

    public boolean isCancelled(String code) {
        return evaluations
                .find(code)
                .filter(evaluation -> evaluation.phase() instanceof Phase.Cancelled)
                .isPresent();
    }

    private Evaluation unchanged(Evaluation existing, Opening wanted) {
        if (!existing.place().equals(wanted.place())) {
            throw taken(existing.code());
        }
        String differing = difference(existing.opening(), wanted);
        if (!differing.isEmpty()) {
            throw EvaluationProblem.EVALUATION_DIFFERS.because("与已开启的评估不一致：%s", differing);
        }
        return existing;
    }

    private static ProblemException taken(String code) {
        return EvaluationProblem.EVALUATION_CODE_TAKEN.because("评估编码 %s 已用于其他评估", code);
    }

    private static String difference(Opening kept, Opening wanted) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("站点版本", Objects.equals(kept.stationVersion(), wanted.stationVersion()));
        same.put("服务协议", Objects.equals(kept.agreement(), wanted.agreement()));
        same.put("服务协议版本", Objects.equals(kept.agreementVersion(), wanted.agreementVersion()));
        same.put("标题", Objects.equals(kept.title(), wanted.title()));
        same.put("评估类型", Objects.equals(kept.stage(), wanted.stage()));
        same.put("评估时段", Objects.equals(kept.evidence(), wanted.evidence()));
        same.put("现场评估日期", Objects.equals(kept.onSite(), wanted.onSite()));
        same.put("报告日期", Objects.equals(kept.reportDate(), wanted.reportDate()));
        same.put("说明", Objects.equals(kept.note(), wanted.note()));
        same.put("评估口径", Objects.equals(kept.policy(), wanted.policy()));
        return same.entrySet().stream()
                .filter(field -> !field.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("、"));
    }

    private void append(String code, EvaluationEvent event) {
        outbox.append(EvaluationEvent.TOPIC, code, event.type(), event);
    }
}
