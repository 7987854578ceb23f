package cn.mingjian.scoring.fieldwork;

import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.scoring.deadline.DeadlineService;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Agreements;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvidenceSnapshot;
import cn.mingjian.scoring.evaluation.Parties;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Keeps the documents around the sheets, each until its deadline. */
@ApplicationScoped
public class FieldworkService {

    private static final String SATISFACTION = "satisfaction";
    private static final String REMEDIATION = "remediation";
    private static final String FINDINGS = "findings/";

    private final Access access;
    private final RoundDocuments documents;
    private final Agreements agreements;
    private final DeadlineService deadlines;
    private final AnswersByCode answersByCode;

    FieldworkService(
            Access access,
            RoundDocuments documents,
            Agreements agreements,
            DeadlineService deadlines,
            AnswersByCode answersByCode) {
        this.access = access;
        this.documents = documents;
        this.agreements = agreements;
        this.deadlines = deadlines;
        this.answersByCode = answersByCode;
    }

    /** A party's findings with whose they are. */
    record PartyFindings(Party party, FindingsDocument document) {}

    /** The version of the answers that freezing pins, if any were recorded. */
    public Optional<Integer> satisfactionVersion(Evaluation evaluation) {
        return documents
                .find(evaluation, SATISFACTION, SatisfactionDocument.class)
                .map(Stored::version);
    }

    @Transactional
    Stored<SatisfactionDocument> putSatisfaction(String code, SatisfactionDocument answers) {
        Standing standing = access.change(code);
        standing.requirePledgedLead(Party.THIRD_PARTY);
        answers.check();
        Evaluation evaluation = standing.evaluation();
        if (answersByCode.haveJoined(evaluation)) {
            throw FieldworkProblem.ANSWERS_JOINED.because("问卷截止后不能再更改问卷记录，以免丢失居民的回答");
        }
        return documents.put(
                evaluation, SATISFACTION, answers, evaluation.phase() instanceof Phase.Preparing, "更改满意度问卷");
    }

    /** Adds the answers of a questionnaire that was closed to those that were recorded; none make no new version. */
    public void addAnswers(Evaluation evaluation, List<SatisfactionDocument.Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        List<SatisfactionDocument.Answer> all = new ArrayList<>();
        documents
                .find(evaluation, SATISFACTION, SatisfactionDocument.class)
                .ifPresent(recorded -> all.addAll(recorded.content().answers()));
        all.addAll(answers);
        documents.put(
                evaluation,
                SATISFACTION,
                new SatisfactionDocument(all),
                evaluation.phase() instanceof Phase.Preparing,
                "更改满意度问卷");
    }

    @Transactional
    Stored<SatisfactionDocument> satisfaction(String code) {
        Standing standing = access.read(code);
        standing.requireBureauOrPanelOrReport();
        Evaluation evaluation = standing.evaluation();
        Optional<EvidenceSnapshot> frozen = evaluation.phase().evidence();
        return (frozen.isPresent()
                        ? frozen.get()
                                .satisfactionVersion()
                                .flatMap(version ->
                                        documents.find(evaluation, SATISFACTION, version, SatisfactionDocument.class))
                        : documents.find(evaluation, SATISFACTION, SatisfactionDocument.class))
                .orElseThrow(() -> FieldworkProblem.NOTHING_RECORDED.because("尚无满意度问卷"));
    }

    /** The exact mean of the answers that the round froze, 1 … 5; unknown when there are none. */
    @Transactional
    public Optional<BigFraction> frozenMeanAnswer(Evaluation evaluation) {
        return evaluation
                .phase()
                .evidence()
                .flatMap(EvidenceSnapshot::satisfactionVersion)
                .flatMap(version -> documents.find(evaluation, SATISFACTION, version, SatisfactionDocument.class))
                .flatMap(stored -> stored.content().mean());
    }

    @Transactional
    Stored<RemediationDocument> putRemediation(String code, RemediationDocument items, Precondition precondition) {
        Standing standing = access.change(code);
        standing.requireOperator();
        items.check();
        Evaluation evaluation = standing.evaluation();
        boolean open = evaluation.phase().isOpenForWork() || evaluation.phase() instanceof Phase.Feedback;
        return documents.put(evaluation, REMEDIATION, items, open, "更改整改情况", precondition);
    }

    @Transactional
    Stored<RemediationDocument> remediation(String code) {
        Standing standing = access.read(code);
        standing.requireReader();
        return documents
                .find(standing.evaluation(), REMEDIATION, RemediationDocument.class)
                .orElseThrow(() -> FieldworkProblem.NOTHING_RECORDED.because("尚无整改情况"));
    }

    /** Every member writes on the one text of its party. */
    @Transactional
    Stored<FindingsDocument> putFindings(
            String code, String partyName, FindingsDocument findings, Precondition precondition) {
        Party party = Parties.named(partyName);
        Standing standing = access.change(code);
        standing.requirePledgedOf(party);
        Evaluation evaluation = standing.evaluation();
        findings.check(party, agreements.of(evaluation));
        boolean open = evaluation.phase().isOpenForWork() && !evaluation.phase().hasSubmitted(party);
        if (open
                && documents
                        .find(evaluation, FINDINGS + party, FindingsDocument.class)
                        .filter(kept -> kept.content().equals(findings))
                        .isEmpty()) {
            deadlines.requireAhead(evaluation, party, "填写评估发现");
        }
        return documents.put(evaluation, FINDINGS + party, findings, open, "更改已提交的评估发现", precondition);
    }

    /** The findings of one party, for its own members only: blind for everybody else. */
    @Transactional
    Stored<FindingsDocument> findings(String code, String partyName) {
        Party party = Parties.named(partyName);
        Standing standing = access.read(code);
        standing.requirePledgedOf(party);
        return documents
                .find(standing.evaluation(), FINDINGS + party, FindingsDocument.class)
                .orElseThrow(() -> FieldworkProblem.NOTHING_RECORDED.because("%s尚无评估发现", party.title()));
    }

    /** The concerns among each party's findings, by party: for those who may see them. */
    public Map<Party, List<FindingsDocument.Finding>> concerns(Evaluation evaluation) {
        Map<Party, List<FindingsDocument.Finding>> concerns = new EnumMap<>(Party.class);
        findingsByParty(evaluation)
                .forEach((party, document) -> concerns.put(
                        party,
                        document.findings().stream()
                                .filter(finding -> finding.kind().equals("CONCERN"))
                                .toList()));
        return concerns;
    }

    /** Every party's findings, once all have submitted. */
    @Transactional
    List<PartyFindings> allFindings(String code) {
        Standing standing = access.read(code);
        standing.requireDisclosed();
        List<PartyFindings> all = new ArrayList<>();
        findingsByParty(standing.evaluation())
                .forEach((party, document) -> all.add(new PartyFindings(party, document)));
        return all;
    }

    private Map<Party, FindingsDocument> findingsByParty(Evaluation evaluation) {
        Map<Party, FindingsDocument> findings = new EnumMap<>(Party.class);
        for (Stored<FindingsDocument> stored : documents.findAll(evaluation, FINDINGS, FindingsDocument.class)) {
            findings.put(Party.valueOf(stored.kind().substring(FINDINGS.length())), stored.content());
        }
        return findings;
    }
}
