package cn.mingjian.scoring.concern;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationProblem;
import cn.mingjian.scoring.evaluation.EvaluationService;
import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.fieldwork.FieldworkService;
import cn.mingjian.scoring.fieldwork.FindingsDocument;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follows concerns up. They are the findings of a round whose parties have all submitted, so that they never change. */
@ApplicationScoped
public class ConcernService {

    private static final String FOLLOW_UP = "followup/";
    private static final String VERIFICATION = "verification/";

    private final Access access;
    private final EvaluationService evaluations;
    private final FieldworkService fieldwork;
    private final RoundDocuments documents;

    ConcernService(Access access, EvaluationService evaluations, FieldworkService fieldwork, RoundDocuments documents) {
        this.access = access;
        this.evaluations = evaluations;
        this.fieldwork = fieldwork;
        this.documents = documents;
    }

    /** The concerns of the round: to bureau and operator once all have submitted, to the panel once it is closed. */
    @Transactional
    List<ConcernView> list(String code) {
        return concerns(readable(code));
    }

    /** The concerns of the station's evaluations that were closed before this one was opened, the latest first. */
    @Transactional
    List<ConcernView> earlier(String code) {
        Standing standing = access.read(code);
        standing.requireReader();
        return evaluations.closedBefore(standing.evaluation()).stream()
                .flatMap(evaluation -> concerns(evaluation).stream())
                .toList();
    }

    /** Whether the operator still has something to set right, and to show. */
    public boolean isAnyOpen(Evaluation evaluation) {
        return evaluation.phase().isDisclosed()
                && concerns(evaluation).stream()
                        .anyMatch(concern -> !concern.state().equals(VerificationDocument.Outcome.ACCEPTED.name()));
    }

    /** Whether this call said something new. */
    record Changed(ConcernView concern, boolean isNew) {}

    @Transactional
    Changed followUp(String code, int number, FollowUpDocument followUp) {
        Standing standing = access.change(code);
        standing.requireOperator();
        requireDisclosed(standing.evaluation());
        followUp.check();
        ConcernView concern = concern(standing.evaluation(), number);
        if (concern.state().equals("ACCEPTED") && !followUp.equals(concern.followUp())) {
            throw ConcernProblem.ALREADY_ACCEPTED.because("第 %d 项整改已核实，不能再改", number);
        }
        Stored<FollowUpDocument> stored =
                documents.put(standing.evaluation(), FOLLOW_UP + number, followUp, true, "说明整改");
        return new Changed(concern(standing.evaluation(), number), stored.isNew() && stored.version() == 1);
    }

    @Transactional
    Changed verify(String code, int number, VerificationDocument verification) {
        Standing standing = access.change(code);
        standing.requireUninvolvedBureau();
        requireDisclosed(standing.evaluation());
        verification.check();
        ConcernView concern = concern(standing.evaluation(), number);
        if (verification.equals(concern.verification())) {
            return new Changed(concern, false);
        }
        if (concern.followUpVersion() != verification.followUpVersion()) {
            throw ConcernProblem.FOLLOW_UP_OUTDATED.because("第 %d 项整改的说明现为第 %d 版", number, concern.followUpVersion());
        }
        if (!concern.state().equals(FollowUpDocument.State.DONE.name())) {
            throw ConcernProblem.NOTHING_TO_VERIFY.because("第 %d 项整改尚未报告完成或已有结论", number);
        }
        documents.put(standing.evaluation(), VERIFICATION + number, verification, true, "核实整改");
        return new Changed(concern(standing.evaluation(), number), true);
    }

    private Evaluation readable(String code) {
        Standing standing = access.read(code);
        if (standing.operator()) {
            requireDisclosed(standing.evaluation());
        } else {
            standing.requireDisclosed();
        }
        return standing.evaluation();
    }

    private static void requireDisclosed(Evaluation evaluation) {
        if (!evaluation.phase().isDisclosed()) {
            throw EvaluationProblem.NOT_DISCLOSED.because("四方全部提交后方可查看");
        }
    }

    private ConcernView concern(Evaluation evaluation, int number) {
        return concerns(evaluation).stream()
                .filter(concern -> concern.number() == number)
                .findFirst()
                .orElseThrow(() -> ConcernProblem.CONCERN_NOT_FOUND.because("没有第 %d 项需要关注的问题", number));
    }

    private List<ConcernView> concerns(Evaluation evaluation) {
        Map<String, Stored<FollowUpDocument>> followUps = byKind(evaluation, FOLLOW_UP, FollowUpDocument.class);
        Map<String, Stored<VerificationDocument>> verifications =
                byKind(evaluation, VERIFICATION, VerificationDocument.class);
        List<ConcernView> concerns = new ArrayList<>();
        fieldwork
                .concerns(evaluation)
                .forEach((party, findings) -> findings.forEach(finding -> {
                    int number = concerns.size() + 1;
                    concerns.add(concern(
                            evaluation,
                            number,
                            party,
                            finding,
                            Optional.ofNullable(followUps.get(FOLLOW_UP + number)),
                            Optional.ofNullable(verifications.get(VERIFICATION + number))
                                    .map(Stored::content)));
                }));
        return concerns;
    }

    private <T> Map<String, Stored<T>> byKind(Evaluation evaluation, String kinds, Class<T> type) {
        return documents.findAll(evaluation, kinds, type).stream()
                .collect(Collectors.toMap(Stored::kind, Function.identity()));
    }

    private static ConcernView concern(
            Evaluation evaluation,
            int number,
            Party party,
            FindingsDocument.Finding finding,
            Optional<Stored<FollowUpDocument>> followUp,
            Optional<VerificationDocument> verification) {
        int version = followUp.map(Stored::version).orElse(0);
        String state = verification
                .filter(about -> about.followUpVersion() == version)
                .map(VerificationDocument::outcome)
                .or(() -> followUp.map(stored -> stored.content().state()))
                .orElse("OPEN");
        return new ConcernView(
                evaluation.code(),
                evaluation.opening().agreement(),
                evaluation.opening().stage(),
                number,
                party.name(),
                finding.chapter(),
                finding.title(),
                finding.text(),
                finding.areas(),
                state,
                followUp.map(Stored::content).orElse(null),
                version,
                verification.orElse(null));
    }
}
