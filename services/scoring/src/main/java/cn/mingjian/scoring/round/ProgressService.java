package cn.mingjian.scoring.round;

import cn.mingjian.scoring.deadline.DeadlineService;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationService;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.panel.PanelService;
import cn.mingjian.scoring.sheet.ScoreSheetService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Tells the bureau how far a round is. */
@ApplicationScoped
class ProgressService {

    private final Access access;
    private final EvaluationService evaluations;
    private final PanelService panels;
    private final ScoreSheetService sheets;
    private final DeadlineService deadlines;
    private final Clock clock = Clock.systemUTC();

    ProgressService(
            Access access,
            EvaluationService evaluations,
            PanelService panels,
            ScoreSheetService sheets,
            DeadlineService deadlines) {
        this.access = access;
        this.evaluations = evaluations;
        this.panels = panels;
        this.sheets = sheets;
        this.deadlines = deadlines;
    }

    @Transactional
    ProgressView get(String code) {
        Standing standing = access.read(code);
        standing.requireProgressReader();
        Evaluation evaluation = standing.evaluation();
        return ProgressView.of(
                evaluation.phase().name().name(),
                panels.members(evaluation),
                deadlines.of(evaluation),
                evaluations.submissions(evaluation),
                sheets.current(evaluation),
                clock.instant());
    }
}
