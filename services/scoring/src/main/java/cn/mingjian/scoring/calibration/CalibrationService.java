package cn.mingjian.scoring.calibration;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.scoring.analysis.SpreadView;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationProblem;
import cn.mingjian.scoring.evaluation.Parties;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.PanelService;
import cn.mingjian.scoring.rubric.RubricService;
import cn.mingjian.scoring.score.ItemScore;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Score;
import cn.mingjian.scoring.score.Sheet;
import cn.mingjian.scoring.score.Spread;
import cn.mingjian.scoring.sheet.ScoreSheetService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps sample cases and what evaluators give them: for the party alone, as long as nobody scores in earnest. */
@ApplicationScoped
class CalibrationService {

    private static final String CASE = "samplecase/";
    private static final String TRIAL = "trial/";

    private final Access access;
    private final RoundDocuments documents;
    private final RubricService rubrics;
    private final PanelService panels;
    private final ScoreSheetService sheets;

    CalibrationService(
            Access access,
            RoundDocuments documents,
            RubricService rubrics,
            PanelService panels,
            ScoreSheetService sheets) {
        this.access = access;
        this.documents = documents;
        this.rubrics = rubrics;
        this.panels = panels;
        this.sheets = sheets;
    }

    /** What is shown, and whether it is there for the first time. */
    record Shown(SampleCaseView view, boolean isNew) {}

    /**
     * What an evaluator gave the case.
     *
     * @param caseVersion of the case; another version is scored anew
     * @param rubricVersion likewise
     */
    record Trial(int caseVersion, int rubricVersion, Map<String, String> scores) {

        boolean isOf(int version) {
            return rubricVersion == version;
        }
    }

    @Transactional
    Shown put(String code, String partyName, SampleCaseDocument sampleCase) {
        Party party = Parties.named(partyName);
        Standing standing = access.change(code);
        Seat lead = standing.requirePledgedLead(party);
        sampleCase.check();
        Evaluation evaluation = standing.evaluation();
        Stored<SampleCaseDocument> stored =
                documents.put(evaluation, CASE + party, sampleCase, isOpen(evaluation), "更改试评样例");
        return new Shown(view(evaluation, lead, stored), stored.isNew() && stored.version() == 1);
    }

    @Transactional
    SampleCaseView get(String code, String partyName) {
        Party party = Parties.named(partyName);
        Standing standing = access.read(code);
        Seat own = member(standing, party);
        return view(standing.evaluation(), own, required(standing.evaluation(), party));
    }

    @Transactional
    Shown score(String code, String partyName, String evaluator, TrialDocument trial) {
        Party party = Parties.named(partyName);
        Standing standing = access.change(code);
        Seat own = member(standing, party);
        standing.requireOwn(evaluator);
        Evaluation evaluation = standing.evaluation();
        Stored<SampleCaseDocument> sampleCase = required(evaluation, party);
        Map<String, String> scores = new LinkedHashMap<>();
        int rubricVersion = rubrics.latestVersion(evaluation)
                .orElseThrow(() -> CalibrationProblem.RUBRIC_MISSING.because("评估 %s 尚无评估指标体系", code));
        sheets.read(standing, party, trial.lines())
                .forEach((item, entry) -> scores.put(item, entry.score().text()));
        Stored<Trial> stored = documents.put(
                evaluation,
                TRIAL + evaluator,
                new Trial(sampleCase.version(), rubricVersion, scores),
                isOpen(evaluation),
                "试评");
        return new Shown(view(evaluation, own, sampleCase), stored.isNew() && stored.version() == 1);
    }

    private Seat member(Standing standing, Party party) {
        Seat own = standing.requireSeat();
        if (own.party() != party) {
            throw EvaluationProblem.NOT_ON_PANEL.because("当前账号不是%s的评委", party.title());
        }
        return standing.requireEligible(own.evaluator());
    }

    private Stored<SampleCaseDocument> required(Evaluation evaluation, Party party) {
        return documents
                .find(evaluation, CASE + party, SampleCaseDocument.class)
                .orElseThrow(() -> CalibrationProblem.SAMPLE_CASE_NOT_FOUND.because("%s尚无试评样例", party.title()));
    }

    /** Of what somebody has not scored in the case, nothing is shown that could lead it. */
    private SampleCaseView view(Evaluation evaluation, Seat reader, Stored<SampleCaseDocument> sampleCase) {
        List<Sheet> trials = trials(evaluation, reader.party(), sampleCase.version());
        Optional<Sheet> own = trials.stream()
                .filter(trial -> trial.evaluator().equals(reader.evaluator()))
                .findFirst();
        SampleCaseDocument content = sampleCase.content();
        return new SampleCaseView(
                content.title(),
                content.text(),
                sampleCase.version(),
                trials.size(),
                own.map(CalibrationService::given).orElse(Map.of()),
                own.map(trial -> spread(evaluation, reader.party(), trials, trial))
                        .orElse(null));
    }

    private static Map<String, String> given(Sheet trial) {
        return trial.scores().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .text()));
    }

    private SpreadView spread(Evaluation evaluation, Party party, List<Sheet> trials, Sheet own) {
        return SpreadView.of(
                party.name(),
                null,
                rubrics.pinned(evaluation)
                        .items(party)
                        .filter(item -> own.scores().containsKey(item.code()))
                        .map(item -> ItemScore.of(
                                item, evaluation.opening().weighing().of(party).aggregation(), trials))
                        .map(Spread::of)
                        .flatMap(Optional::stream)
                        .toList(),
                Map.of());
    }

    private List<Sheet> trials(Evaluation evaluation, Party party, int caseVersion) {
        Set<String> members = panels.members(evaluation).stream()
                .filter(member -> member.party() == party && !member.recused())
                .map(Member::evaluator)
                .collect(Collectors.toSet());
        Optional<Integer> rubricVersion = rubrics.latestVersion(evaluation);
        return documents.findAll(evaluation, TRIAL, Trial.class).stream()
                .filter(stored -> stored.content().caseVersion() == caseVersion
                        && rubricVersion.filter(stored.content()::isOf).isPresent())
                .filter(stored -> members.contains(stored.kind().substring(TRIAL.length())))
                .map(CalibrationService::sheet)
                .toList();
    }

    private static Sheet sheet(Stored<Trial> stored) {
        Map<String, Score> scores = new LinkedHashMap<>();
        stored.content().scores().forEach((item, text) -> scores.put(item, Score.parse(text)));
        return new Sheet(stored.kind().substring(TRIAL.length()), stored.version(), scores);
    }

    private static boolean isOpen(Evaluation evaluation) {
        return evaluation.phase() instanceof Phase.Preparing;
    }
}
