package cn.mingjian.scoring.sheet;

import cn.mingjian.scoring.deadline.DeadlineService;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationProblem;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.PanelService;
import cn.mingjian.scoring.rubric.RubricService;
import cn.mingjian.scoring.score.Item;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Rubric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** Drafts and submits sheets, and shows each to nobody but its author and, once submitted, its party's lead. */
@ApplicationScoped
public class ScoreSheetService {

    private final Access access;
    private final ScoreSheets sheets;
    private final PaperSheets papers;
    private final RubricService rubrics;
    private final PanelService panels;
    private final DeadlineService deadlines;
    private final Citations citations;
    private final Clock clock = Clock.systemUTC();

    ScoreSheetService(
            Access access,
            ScoreSheets sheets,
            PaperSheets papers,
            RubricService rubrics,
            PanelService panels,
            DeadlineService deadlines,
            Citations citations) {
        this.access = access;
        this.sheets = sheets;
        this.papers = papers;
        this.rubrics = rubrics;
        this.panels = panels;
        this.deadlines = deadlines;
        this.citations = citations;
    }

    /**
     * A sheet with whose it is and its party's items in the rubric's order.
     *
     * @param revision one more each time it is written
     */
    record Shown(ScoreSheet sheet, int revision, Party party, List<String> order, boolean isNew) {}

    /** Every evaluator's current sheet by evaluator: for computing, never for showing. */
    public Map<String, ScoreSheet> current(Evaluation evaluation) {
        return sheets.current(evaluation.code()).stream()
                .map(ScoreSheetEntity::toSheet)
                .collect(Collectors.toMap(ScoreSheet::evaluator, sheet -> sheet));
    }

    /** Every version of these evaluators' sheets: for corrections, whose readers may see them. */
    public Map<String, Map<Integer, ScoreSheet>> versions(Evaluation evaluation, List<String> evaluators) {
        return sheets.versions(evaluation.code(), evaluators).stream()
                .map(ScoreSheetEntity::toSheet)
                .collect(Collectors.groupingBy(
                        ScoreSheet::evaluator, Collectors.toMap(ScoreSheet::version, Function.identity())));
    }

    /** Lines of a sheet of the party by item; ends the request with everything that is wrong with them. */
    public Map<String, ScoreSheet.Entry> read(Standing standing, Party party, ScoreSheetDocument lines) {
        return ScoreSheetCheck.read(lines, rubrics.pinned(standing.evaluation()), party, citations.citableBy(standing));
    }

    /**
     * Says some items of a submitted sheet anew: its next version, submitted as it is written.
     *
     * @param suggested what is not departed from without a comment, by item
     */
    public ScoreSheet.Submitted amend(
            Evaluation evaluation,
            Party party,
            String evaluator,
            Map<String, ScoreSheet.Entry> changed,
            Map<String, BigFraction> suggested) {
        ScoreSheetEntity before = sheets.current(evaluation.code(), evaluator).orElseThrow();
        Map<String, ScoreSheet.Entry> entries = new HashMap<>(before.toSheet().entries());
        entries.putAll(changed);
        ScoreSheetCheck.requireComments(changed, rubrics.pinned(evaluation), party, suggested);
        ScoreSheetEntity next = ScoreSheetEntity.after(before);
        next.say(entries);
        // Its scores first: the database takes none of a sheet that is submitted.
        sheets.persistAndFlush(next);
        next.submittedAt = clock.instant();
        sheets.flush();
        return (ScoreSheet.Submitted) next.toSheet();
    }

    /**
     * Keeps a draft.
     *
     * @param revision the draft that the author saw, or null when it saw none
     */
    @Transactional
    Shown draft(String code, String evaluator, String revision, ScoreSheetDocument document) {
        Standing standing = access.change(code);
        Seat seat = standing.requireEligible(evaluator);
        requireNotOnPaper(standing.evaluation(), seat);
        return keep(standing, evaluator, seat.party(), revision, document);
    }

    /**
     * Submits the author's own sheet.
     *
     * @param revision the draft that the author saw, or null for whichever there is
     * @param suggested what is not departed from without a comment, by item
     */
    @Transactional
    Shown submit(String code, String evaluator, String revision, Map<String, BigFraction> suggested) {
        Standing standing = access.change(code);
        Seat seat = standing.requireEligible(evaluator);
        ScoreSheetEntity sheet = required(code, evaluator);
        if (sheet.submittedAt == null) {
            requireNotOnPaper(standing.evaluation(), seat);
            if (revision != null) {
                requireUnchanged(Optional.of(sheet), revision);
            }
        }
        return submit(standing, sheet, seat.party(), suggested);
    }

    /**
     * Keeps what somebody of the author's party typed in from paper.
     *
     * @param onPaper whether the draft that there may be was typed in from paper too
     */
    Shown enter(Standing standing, Member author, ScoreSheetDocument document, boolean onPaper) {
        String code = standing.evaluation().code();
        if (!onPaper) {
            requireNotBegun(standing.evaluation(), author);
        }
        Optional<ScoreSheetEntity> before = sheets.current(code, author.evaluator());
        // Whoever types the paper in last, corrects it.
        String revision = before.map(ScoreSheetService::revision).orElse(null);
        return keep(standing, author.evaluator(), author.party(), revision, document);
    }

    /** Of whoever scores online nothing is taken from paper. */
    void requireNotBegun(Evaluation evaluation, Member author) {
        if (sheets.current(evaluation.code(), author.evaluator()).isPresent()) {
            throw ScoreSheetProblem.SHEET_NOT_ON_PAPER.because("评委 %s 已在线填写评分表", author.evaluator());
        }
    }

    /** Submits what was typed in from paper, as it was when somebody else compared it. */
    Shown confirm(Standing standing, Member author, int revision, Map<String, BigFraction> suggested) {
        ScoreSheetEntity sheet = required(standing.evaluation().code(), author.evaluator());
        requireUnchanged(Optional.of(sheet), Integer.toString(revision));
        return submit(standing, sheet, author.party(), suggested);
    }

    /** A sheet that was typed in from paper. */
    Shown of(Standing standing, Member author) {
        Evaluation evaluation = standing.evaluation();
        ScoreSheetEntity sheet = required(evaluation.code(), author.evaluator());
        return shown(sheet, author.party(), rubrics.pinned(evaluation), false);
    }

    private Shown keep(Standing standing, String evaluator, Party party, String revision, ScoreSheetDocument document) {
        Evaluation evaluation = standing.evaluation();
        if (evaluation.phase() instanceof Phase.Preparing) {
            throw evaluation.tooLateOrEarly("评分");
        }
        Rubric rubric = rubrics.pinned(evaluation);
        Map<String, ScoreSheet.Entry> entries =
                ScoreSheetCheck.read(document, rubric, party, citations.citableBy(standing));
        Optional<ScoreSheetEntity> before = sheets.current(evaluation.code(), evaluator);
        if (before.filter(sheet -> sheet.toSheet().entries().equals(entries)).isPresent()) {
            return shown(before.get(), party, rubric, false);
        }
        if (before.filter(sheet -> sheet.submittedAt != null).isPresent()) {
            throw ScoreSheetProblem.SHEET_SUBMITTED.because("评委 %s 的评分表已提交", evaluator);
        }
        requireScoring(evaluation, party, "评分");
        requireUnchanged(before, revision);
        ScoreSheetEntity sheet = before.orElseGet(() -> ScoreSheetEntity.first(evaluation.code(), evaluator));
        sheet.say(entries);
        sheets.persist(sheet);
        return shown(sheet, party, rubric, before.isEmpty());
    }

    private Shown submit(Standing standing, ScoreSheetEntity sheet, Party party, Map<String, BigFraction> suggested) {
        Evaluation evaluation = standing.evaluation();
        Rubric rubric = rubrics.pinned(evaluation);
        if (sheet.submittedAt != null) {
            return shown(sheet, party, rubric, false);
        }
        requireScoring(evaluation, party, "提交评分表");
        ScoreSheetCheck.requireWhole(sheet.toSheet(), rubric, party, suggested);
        sheet.submittedAt = clock.instant();
        return shown(sheet, party, rubric, true);
    }

    private ScoreSheetEntity required(String code, String evaluator) {
        return sheets.current(code, evaluator)
                .orElseThrow(() -> ScoreSheetProblem.SHEET_NOT_FOUND.because("评委 %s 尚未填写评分表", evaluator));
    }

    /**
     * Whether somebody of the party may compare what the account typed in from paper: a party may have but one evaluator, and
     * may lose the others.
     */
    boolean isComparable(Evaluation evaluation, Party party, String enteredBy) {
        return panels.members(evaluation).stream()
                .anyMatch(member -> member.party() == party
                        && member.eligible()
                        && !member.account().equals(enteredBy));
    }

    /** Paper that nobody is left to compare gives way: its author goes on from what was typed in. */
    private void requireNotOnPaper(Evaluation evaluation, Seat author) {
        papers.of(evaluation.code(), author.evaluator()).ifPresent(paper -> {
            if (isComparable(evaluation, author.party(), paper.enteredBy)) {
                throw ScoreSheetProblem.SHEET_ON_PAPER.because("评委 %s 的评分表按纸质件登记，须由本方其他账号核对后提交", author.evaluator());
            }
            papers.delete(paper);
        });
    }

    @Transactional
    Shown get(String code, String evaluator) {
        Standing standing = access.read(code);
        Evaluation evaluation = standing.evaluation();
        Party party = readersParty(standing, evaluator);
        boolean own = standing.seat()
                .filter(seat -> seat.evaluator().equals(evaluator))
                .isPresent();
        ScoreSheetEntity sheet = sheets.current(code, evaluator)
                .filter(kept -> own || kept.submittedAt != null)
                .orElseThrow(() -> ScoreSheetProblem.SHEET_NOT_FOUND.because("没有评委 %s 的评分表", evaluator));
        return shown(sheet, party, rubrics.pinned(evaluation), false);
    }

    /** Every sheet as it stands, in the panel's order: for the archive of a closed round, which only the bureau keeps. */
    @Transactional
    List<Shown> all(String code) {
        Standing standing = access.read(code);
        standing.requireBureau();
        Evaluation evaluation = standing.evaluation();
        if (!(evaluation.phase() instanceof Phase.Closed)) {
            throw evaluation.tooLateOrEarly("归档评分表");
        }
        Rubric rubric = rubrics.pinned(evaluation);
        Map<String, ScoreSheetEntity> current =
                sheets.current(code).stream().collect(Collectors.toMap(sheet -> sheet.evaluator, Function.identity()));
        return panels.members(evaluation).stream()
                .filter(member -> current.containsKey(member.evaluator()))
                .map(member -> shown(current.get(member.evaluator()), member.party(), rubric, false))
                .toList();
    }

    /** The party of the sheet's author, when the caller is that author or leads that party. */
    private Party readersParty(Standing standing, String evaluator) {
        Seat seat = standing.seat().filter(Seat::eligible).orElse(null);
        if (seat != null && seat.lead() && !seat.evaluator().equals(evaluator)) {
            return panels.members(standing.evaluation()).stream()
                    .filter(member -> member.evaluator().equals(evaluator))
                    .map(Member::party)
                    .filter(party -> party == seat.party())
                    .findFirst()
                    .orElseThrow(() -> EvaluationProblem.NOT_ON_PANEL.because("只能查看本方评委的评分表"));
        }
        return standing.requireOwn(evaluator).party();
    }

    private static String revision(ScoreSheetEntity sheet) {
        return Integer.toString(sheet.revision);
    }

    /**
     * Two windows of one author do not write over each other unseen.
     *
     * @param revision null for none
     */
    private static void requireUnchanged(Optional<ScoreSheetEntity> before, String revision) {
        Optional<String> there = before.map(ScoreSheetService::revision);
        if (!there.equals(Optional.ofNullable(revision))) {
            throw ScoreSheetProblem.SHEET_CHANGED.because(
                    "评分表已在%s，请先载入那里的内容再改", revision == null ? "别的窗口开始填写" : "别处保存");
        }
    }

    private void requireScoring(Evaluation evaluation, Party party, String what) {
        if (!(evaluation.phase() instanceof Phase.Scoring) || evaluation.phase().hasSubmitted(party)) {
            throw evaluation.phase().hasSubmitted(party)
                    ? EvaluationProblem.PHASE_OVER.because("%s已提交，不能再%s", party.title(), what)
                    : evaluation.tooLateOrEarly(what);
        }
        deadlines.requireAhead(evaluation, party, what);
    }

    private static Shown shown(ScoreSheetEntity sheet, Party party, Rubric rubric, boolean isNew) {
        return new Shown(
                sheet.toSheet(),
                sheet.revision,
                party,
                rubric.items(party).map(Item::code).toList(),
                isNew);
    }
}
