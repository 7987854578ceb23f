package cn.mingjian.scoring.round;

import cn.mingjian.platform.event.Outbox;
import cn.mingjian.scoring.deadline.DeadlineService;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationService;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.PanelService;
import cn.mingjian.scoring.result.ResultService;
import cn.mingjian.scoring.result.VetoService;
import cn.mingjian.scoring.rubric.RubricService;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.PartyScore;
import cn.mingjian.scoring.score.Sheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A lead submits for its party. The evaluation's row is locked, so that of leads who submit at the same moment exactly
 * one is the fourth: it makes the provisional result and opens feedback.
 */
@ApplicationScoped
class PartySubmissionService {

    private final Access access;
    private final EvaluationService evaluations;
    private final PanelService panels;
    private final RubricService rubrics;
    private final ResultService results;
    private final VetoService vetoes;
    private final DeadlineService deadlines;
    private final Outbox outbox;

    PartySubmissionService(
            Access access,
            EvaluationService evaluations,
            PanelService panels,
            RubricService rubrics,
            ResultService results,
            VetoService vetoes,
            DeadlineService deadlines,
            Outbox outbox) {
        this.access = access;
        this.evaluations = evaluations;
        this.panels = panels;
        this.rubrics = rubrics;
        this.results = results;
        this.vetoes = vetoes;
        this.deadlines = deadlines;
        this.outbox = outbox;
    }

    /** Whether this call submitted; false when the party already had. */
    @Transactional
    boolean submit(String code, Party party) {
        Standing standing = access.change(code);
        standing.requirePledgedLead(party);
        Evaluation evaluation = standing.evaluation();
        if (evaluation.phase().hasSubmitted(party)) {
            return false;
        }
        if (!(evaluation.phase() instanceof Phase.Scoring scoring)) {
            throw evaluation.tooLateOrEarly("提交");
        }
        deadlines.requireAhead(evaluation, party, "提交");
        requireReady(evaluation, party);
        evaluations.submitted(evaluation, party);
        RoundEvent event = new RoundEvent.PartySubmitted(code, party);
        outbox.append(RoundEvent.TOPIC, code, event.type(), event);
        Phase next = scoring.submit(party);
        if (next instanceof Phase.Feedback) {
            results.determine(evaluation, () -> evaluations.enter(evaluation, next));
            vetoes.raiseWhatSheetsFound(evaluation);
        }
        return true;
    }

    private void requireReady(Evaluation evaluation, Party party) {
        List<Member> members = panels.members(evaluation).stream()
                .filter(member -> member.party() == party)
                .toList();
        String undecided =
                names(members.stream().filter(Member::recusalUndecided).toList());
        if (!undecided.isEmpty()) {
            throw RoundProblem.RECUSAL_UNDECIDED.because("尚未裁定回避：%s", undecided);
        }
        List<Member> eligible = members.stream().filter(Member::eligible).toList();
        long leads = eligible.stream().filter(Member::lead).count();
        if (leads != 1) {
            throw (leads == 0 ? RoundProblem.LEAD_MISSING : RoundProblem.LEAD_NOT_UNIQUE)
                    .because("%s须有且仅有一名已签署承诺书、未回避的组长", party.title());
        }
        List<Sheet> sheets = results.eligibleSheets(evaluation).getOrDefault(party, List.of());
        Set<String> submitted = sheets.stream().map(Sheet::evaluator).collect(Collectors.toSet());
        String open = names(eligible.stream()
                .filter(member -> !submitted.contains(member.evaluator()))
                .toList());
        if (!open.isEmpty()) {
            throw RoundProblem.SHEETS_OPEN.because("尚未提交评分表：%s", open);
        }
        if (PartyScore.of(
                        party,
                        rubrics.pinned(evaluation),
                        evaluation.opening().weighing().of(party).aggregation(),
                        sheets)
                .isEmpty()) {
            throw RoundProblem.PARTY_WITHOUT_SCORE.because("%s的常规评分项没有任何有效评分", party.title());
        }
    }

    private static String names(List<Member> members) {
        return members.stream().map(Member::label).collect(Collectors.joining("、"));
    }
}
