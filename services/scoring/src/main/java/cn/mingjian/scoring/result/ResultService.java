package cn.mingjian.scoring.result;

import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationProblem;
import cn.mingjian.scoring.evaluation.EvaluationService;
import cn.mingjian.scoring.evaluation.EvidenceSnapshot;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.PanelService;
import cn.mingjian.scoring.rubric.RubricService;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.RoundScore;
import cn.mingjian.scoring.score.Sheet;
import cn.mingjian.scoring.sheet.ScoreSheet;
import cn.mingjian.scoring.sheet.ScoreSheetService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Computes results from what eligible evaluators submitted, keeps every version and shows it to those who may see it. */
@ApplicationScoped
public class ResultService {

    private static final String KIND = "result";
    private static final int POLICY_VERSION = 1;

    private final Access access;
    private final PanelService panels;
    private final RubricService rubrics;
    private final ScoreSheetService sheets;
    private final Vetoes vetoes;
    private final EvaluationService evaluations;
    private final Documents documents;
    private final Outbox outbox;

    ResultService(
            Access access,
            PanelService panels,
            RubricService rubrics,
            ScoreSheetService sheets,
            Vetoes vetoes,
            EvaluationService evaluations,
            Documents documents,
            Outbox outbox) {
        this.access = access;
        this.panels = panels;
        this.rubrics = rubrics;
        this.sheets = sheets;
        this.vetoes = vetoes;
        this.evaluations = evaluations;
        this.documents = documents;
        this.outbox = outbox;
    }

    /** The submitted sheets of eligible evaluators, by party, in the panel's order. */
    public Map<Party, List<Sheet>> eligibleSheets(Evaluation evaluation) {
        Map<String, ScoreSheet> current = sheets.current(evaluation);
        Map<Party, List<Sheet>> eligible = new EnumMap<>(Party.class);
        for (Member member : panels.members(evaluation)) {
            if (member.eligible() && current.get(member.evaluator()) instanceof ScoreSheet.Submitted submitted) {
                eligible.computeIfAbsent(member.party(), party -> new ArrayList<>())
                        .add(submitted.scores());
            }
        }
        return eligible;
    }

    /**
     * Computes the provisional result and tells of it when it is a new version.
     *
     * @param phaseEntered enters the phase that begins with the result; the two are one change of the evaluation
     */
    public void determine(Evaluation evaluation, Runnable phaseEntered) {
        RoundScore.Inputs inputs = inputs(evaluation);
        List<Member> members = panels.members(evaluation);
        RoundScore round = RoundScore.of(inputs)
                .orElseThrow(() -> ResultProblem.PARTY_LEFT_WITHOUT_SCORE.because("更正后有一方的常规评分项没有任何有效评分"));
        ResultDocument document = ResultDocument.of(
                ResultDocument.PROVISIONAL, round, inputs.weighing(), citations(evaluation, inputs.sheets()));
        Stored<ResultDocument> stored = documents.put(evaluation.code(), KIND, document);
        evaluations.resultIs(evaluation, stored.version());
        phaseEntered.run();
        if (stored.isNew()) {
            append(evaluation, ResultEvent.ResultDetermined.of(evaluation, stored.version(), members));
        }
    }

    /** Makes the latest result the final one. */
    public void finalise(Evaluation evaluation) {
        ResultDocument last = latest(evaluation).content().in(ResultDocument.FINAL);
        Stored<ResultDocument> stored = documents.put(evaluation.code(), KIND, last);
        evaluations.resultIs(evaluation, stored.version());
        append(evaluation, ResultEvent.ResultFinalised.of(evaluation, stored.version(), last));
    }

    /** Whether a veto waits for its decision. */
    public boolean hasOpenVeto(Evaluation evaluation) {
        return vetoes.of(evaluation.code()).stream().anyMatch(Veto.Raised.class::isInstance);
    }

    /** The latest result for the bureau, the report and, once closed, the panel and — as published — the operator. */
    @Transactional
    ResultView get(String code) {
        Standing standing = access.read(code);
        if (standing.operator() && standing.evaluation().phase() instanceof Phase.Closed) {
            return ResultView.published(
                    latest(standing.evaluation()),
                    standing.evaluation().opening().publish());
        }
        standing.requireDisclosed();
        return ResultView.whole(latest(standing.evaluation()));
    }

    /** An earlier result as it was, for those who read the latest one whole. */
    @Transactional
    ResultView get(String code, int version) {
        Standing standing = access.read(code);
        standing.requireDisclosed();
        return ResultView.whole(exact(code, version));
    }

    /** Why a figure of the latest result is what it is. */
    @Transactional
    Figure figure(String code, String id) {
        Standing standing = access.read(code);
        standing.requireDisclosed();
        return figure(standing, latest(standing.evaluation()), id);
    }

    /** Why a figure of an earlier result was what it was. */
    @Transactional
    Figure figure(String code, int version, String id) {
        Standing standing = access.read(code);
        standing.requireDisclosed();
        return figure(standing, exact(code, version), id);
    }

    private Figure figure(Standing standing, Stored<ResultDocument> result, String id) {
        RoundScore.Inputs inputs = cited(standing.evaluation(), result.content().cites());
        FigureId figure = FigureId.parse(id, inputs.rubric())
                .orElseThrow(() -> ResultProblem.FIGURE_NOT_FOUND.because("没有数据 %s", id));
        if (figure instanceof FigureId.OfItem item
                && !standing.bureau()
                && standing.seat().filter(seat -> seat.party() == item.party()).isEmpty()) {
            throw EvaluationProblem.NOT_ON_PANEL.because("单项评分只对本方评委和民政局显示");
        }
        return new Explanation(inputs, RoundScore.of(inputs).orElseThrow(), result.version()).of(figure);
    }

    /** What a result was made of: exactly the sheets and vetoes that it cites, whatever has become of them since. */
    private RoundScore.Inputs cited(Evaluation evaluation, ResultDocument.Citations cites) {
        Map<String, Party> parties =
                panels.members(evaluation).stream().collect(Collectors.toMap(Member::evaluator, Member::party));
        Map<String, Map<Integer, ScoreSheet>> versions = sheets.versions(
                evaluation,
                cites.sheets().stream()
                        .map(ResultDocument.SheetCitation::evaluator)
                        .toList());
        Map<Party, List<Sheet>> counted = new EnumMap<>(Party.class);
        for (ResultDocument.SheetCitation sheet : cites.sheets()) {
            ScoreSheet.Submitted submitted =
                    (ScoreSheet.Submitted) versions.get(sheet.evaluator()).get(sheet.version());
            counted.computeIfAbsent(parties.get(sheet.evaluator()), party -> new ArrayList<>())
                    .add(submitted.scores());
        }
        return new RoundScore.Inputs(
                rubrics.pinned(evaluation),
                evaluation.opening().weighing(),
                counted,
                !cites.vetoes().isEmpty());
    }

    private Stored<ResultDocument> exact(String code, int version) {
        return documents
                .find(code, KIND, version, ResultDocument.class)
                .orElseThrow(() -> ResultProblem.RESULT_VERSION_NOT_FOUND.because("评估 %s 没有第 %d 版结果", code, version));
    }

    private Stored<ResultDocument> latest(Evaluation evaluation) {
        return documents
                .find(evaluation.code(), KIND, ResultDocument.class)
                .orElseThrow(() -> new IllegalStateException("no result of " + evaluation.code()));
    }

    /** What the result of the round is made of as it stands: for those who may see scores. */
    public RoundScore.Inputs inputs(Evaluation evaluation) {
        boolean vetoed = vetoes.of(evaluation.code()).stream().anyMatch(Veto.Upheld.class::isInstance);
        return new RoundScore.Inputs(
                rubrics.pinned(evaluation), evaluation.opening().weighing(), eligibleSheets(evaluation), vetoed);
    }

    private ResultDocument.Citations citations(Evaluation evaluation, Map<Party, List<Sheet>> used) {
        EvidenceSnapshot evidence = evaluation.phase().evidence().orElseThrow();
        return new ResultDocument.Citations(
                evidence.achievementVersion(),
                evidence.staffingVersion(),
                evidence.rubricVersion(),
                evidence.satisfactionVersion().orElse(null),
                POLICY_VERSION,
                used.values().stream()
                        .flatMap(List::stream)
                        .map(sheet -> new ResultDocument.SheetCitation(sheet.evaluator(), sheet.version()))
                        .toList(),
                setAside(evaluation),
                vetoes.of(evaluation.code()).stream()
                        .filter(Veto.Upheld.class::isInstance)
                        .map(Veto::number)
                        .toList());
    }

    private List<ResultDocument.SheetCitation> setAside(Evaluation evaluation) {
        Map<String, ScoreSheet> current = sheets.current(evaluation);
        return panels.members(evaluation).stream()
                .filter(member -> member.recused() && current.containsKey(member.evaluator()))
                .map(member -> new ResultDocument.SheetCitation(
                        member.evaluator(), current.get(member.evaluator()).version()))
                .toList();
    }

    private void append(Evaluation evaluation, ResultEvent event) {
        outbox.append(event.topic(), evaluation.code(), event.type(), event);
    }
}
