package cn.mingjian.scoring.rubric;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.rules.Known;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Agreements;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvidenceSnapshot;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.score.Rubric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;

/** Keeps an evaluation's rubric until scoring opens and answers the pinned one from then on. */
@ApplicationScoped
public class RubricService {

    private static final String KIND = "rubric";
    private static final String INDICATOR = "指标";

    private final Access access;
    private final RoundDocuments documents;
    private final Agreements agreements;
    private final PublishedRubrics library;
    private final RubricsOfRounds rounds;

    RubricService(
            Access access,
            RoundDocuments documents,
            Agreements agreements,
            PublishedRubrics library,
            RubricsOfRounds rounds) {
        this.access = access;
        this.documents = documents;
        this.agreements = agreements;
        this.library = library;
        this.rounds = rounds;
    }

    /** Gives an evaluation its rubric, until scoring opens. */
    @Transactional
    public Stored<RubricDocument> put(String code, RubricDocument rubric) {
        Standing standing = access.change(code);
        standing.requireBureau();
        Evaluation evaluation = standing.evaluation();
        RubricCheck.check(rubric, Known.all(INDICATOR, agreements.of(evaluation).indicators()));
        rounds.claim(evaluation.place().district(), rubric);
        library.published(evaluation.place().district(), rubric.code(), rubric.version())
                .filter(published -> !published.equals(rubric))
                .ifPresent(other -> {
                    throw RubricProblem.RUBRIC_DIFFERS.because(
                            "本区已发布评估指标体系 %s 第 %s 版，内容与此不同，请另立新版", rubric.code(), rubric.version());
                });
        return documents.put(evaluation, KIND, rubric, evaluation.phase() instanceof Phase.Preparing, "更换评估指标体系");
    }

    /** Ends the request with everything that is wrong with the rubric, whatever the agreement; which indicators there are is not asked. */
    public void checkForAnyAgreement(RubricDocument rubric) {
        RubricCheck.check(rubric, new Known(INDICATOR, Set.of(), false));
    }

    /**
     * Ends the request when a round of the district stands on a rubric of this code and version that says something else: two
     * rounds would cite one name for two things.
     *
     * @param content the rubric's JSON form
     */
    public void requireNoOtherOfThisName(String district, RubricDocument rubric, String content) {
        rounds.claim(district, rubric);
        rounds.roundOnAnother(district, rubric, content).ifPresent(evaluation -> {
            throw RubricProblem.RUBRIC_DIFFERS.because(
                    "评估 %s 已在使用同为 %s 第 %s 版而内容不同的评估指标体系，请另立新版", evaluation, rubric.code(), rubric.version());
        });
    }

    @Transactional
    Stored<RubricDocument> get(String code) {
        Standing standing = access.read(code);
        standing.requireParticipant();
        return stored(standing.evaluation())
                .orElseThrow(() -> RubricProblem.RUBRIC_NOT_FOUND.because("评估 %s 尚无评估指标体系", code));
    }

    /** The version that freezing would pin. */
    public Optional<Integer> latestVersion(Evaluation evaluation) {
        return documents.find(evaluation, KIND, RubricDocument.class).map(Stored::version);
    }

    /** The rubric that sheets are filled against: the pinned one. */
    public Rubric pinned(Evaluation evaluation) {
        return stored(evaluation)
                .orElseThrow(() -> new IllegalStateException("no rubric of " + evaluation.code()))
                .content()
                .toRubric();
    }

    private Optional<Stored<RubricDocument>> stored(Evaluation evaluation) {
        return evaluation
                .phase()
                .evidence()
                .map(EvidenceSnapshot::rubricVersion)
                .map(version -> documents.find(evaluation, KIND, version, RubricDocument.class))
                .orElseGet(() -> documents.find(evaluation, KIND, RubricDocument.class));
    }
}
