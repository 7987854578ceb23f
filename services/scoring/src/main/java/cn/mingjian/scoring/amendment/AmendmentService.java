package cn.mingjian.scoring.amendment;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Objections;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.result.ResultService;
import cn.mingjian.scoring.result.VetoService;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.sheet.ScoreSheet;
import cn.mingjian.scoring.sheet.ScoreSheetDocument;
import cn.mingjian.scoring.sheet.ScoreSheetService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An upheld objection reopens the sheets of one party: each of its evaluators may say other scores, with a reason. The sheet
 * and the result get a new version in the same transaction.
 */
@ApplicationScoped
class AmendmentService {

    private static final int MOST = 999;

    private final Access access;
    private final Amendments amendments;
    private final ScoreSheetService sheets;
    private final Objections objections;
    private final ResultService results;
    private final VetoService vetoes;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    AmendmentService(
            Access access,
            Amendments amendments,
            ScoreSheetService sheets,
            Objections objections,
            ResultService results,
            VetoService vetoes,
            Caller caller) {
        this.access = access;
        this.amendments = amendments;
        this.sheets = sheets;
        this.objections = objections;
        this.results = results;
        this.vetoes = vetoes;
        this.caller = caller;
    }

    /** A correction, and whether this call made it. */
    record Kept(AmendmentView amendment, boolean isNew) {}

    /** Whether the objection that is cited is not yet heard to be decided, in a round that takes corrections. */
    boolean awaits(String code, String evaluator, AmendmentDocument said) {
        Standing standing = access.read(code);
        standing.requireEligible(evaluator);
        AmendmentDocument.ObjectionReference cited = said.objection();
        return standing.evaluation().phase() instanceof Phase.Feedback
                && cited != null
                && cited.from() != null
                && cited.number() != null
                && !objections.isDecided(code, cited.from(), cited.number());
    }

    /** @param suggested what is not departed from without a comment, by item */
    @Transactional
    Kept amend(String code, String evaluator, int number, AmendmentDocument said, Map<String, BigFraction> suggested) {
        Standing standing = access.change(code);
        Seat seat = standing.requireEligible(evaluator);
        check(number, said);
        Evaluation evaluation = standing.evaluation();
        List<AmendmentEntity> all = amendments.of(code);
        List<AmendmentEntity> own = all.stream()
                .filter(amendment -> amendment.evaluator.equals(evaluator))
                .toList();
        if (number <= own.size()) {
            return new Kept(requireSame(standing, own.get(number - 1), said), false);
        }
        if (!(evaluation.phase() instanceof Phase.Feedback)) {
            throw evaluation.tooLateOrEarly("更正评分");
        }
        if (number > own.size() + 1) {
            throw AmendmentProblem.AMENDMENT_OUT_OF_ORDER.because("下一次更正的编号是 %d", own.size() + 1);
        }
        requireUpheld(evaluation, seat.party(), said.objection(), all);
        ScoreSheet.Submitted before = submitted(evaluation, evaluator);
        Map<String, ScoreSheet.Entry> changed = read(standing, seat.party(), said);
        requireChanges(before, changed, said.scores());
        ScoreSheet.Submitted after = sheets.amend(evaluation, seat.party(), evaluator, changed, suggested);
        AmendmentEntity amendment = new AmendmentEntity();
        amendment.evaluation = code;
        amendment.evaluator = evaluator;
        amendment.party = seat.party();
        amendment.number = number;
        amendment.sheetVersion = after.version();
        amendment.origin = said.objection().from();
        amendment.objection = said.objection().number();
        amendment.reason = said.reason();
        amendment.amendedBy = caller.account();
        amendment.amendedAt = clock.instant();
        amendments.persist(amendment);
        results.determine(evaluation, () -> {});
        vetoes.raiseWhatSheetsFound(evaluation);
        return new Kept(view(amendment, before, after), true);
    }

    /** The bureau reads all corrections, a lead those of its party, a member those of its own sheet: as sheets are read. */
    @Transactional
    List<AmendmentView> list(String code) {
        Standing standing = access.read(code);
        Optional<Seat> seat = standing.bureau() ? Optional.empty() : Optional.of(standing.requirePledged());
        List<AmendmentEntity> shown = amendments.of(code).stream()
                .filter(amendment ->
                        seat.isEmpty() || seat.get().reads(amendment.evaluator, Optional.of(amendment.party)))
                .toList();
        Map<String, Map<Integer, ScoreSheet>> versions = sheets.versions(
                standing.evaluation(),
                shown.stream().map(amendment -> amendment.evaluator).distinct().toList());
        return shown.stream()
                .map(amendment -> view(amendment, versions.get(amendment.evaluator)))
                .toList();
    }

    private static void check(int number, AmendmentDocument said) {
        Fields fields = new Fields();
        fields.integer("/number", number, 1, MOST);
        fields.text("/reason", said.reason());
        if (fields.present("/objection", said.objection())) {
            fields.text("/objection/from", said.objection().from());
            fields.integer("/objection/number", said.objection().number(), 1, Integer.MAX_VALUE);
        }
        if (fields.present("/scores", said.scores()) && said.scores().isEmpty()) {
            fields.wrong("/scores", "至少更正一项");
        }
        fields.refuse();
    }

    private void requireUpheld(
            Evaluation evaluation, Party party, AmendmentDocument.ObjectionReference cited, List<AmendmentEntity> all) {
        if (!objections.isUpheld(evaluation.code(), cited.from(), cited.number())) {
            throw AmendmentProblem.OBJECTION_NOT_UPHELD.because("没有裁定为成立的异议：%s 第 %d 条", cited.from(), cited.number());
        }
        boolean ofAnother = objections
                .party(evaluation.code(), cited.from(), cited.number())
                .filter(reopened -> reopened != party)
                .isPresent();
        boolean taken = all.stream()
                .anyMatch(amendment -> amendment.origin.equals(cited.from())
                        && amendment.objection == cited.number()
                        && amendment.party != party);
        if (ofAnother || taken) {
            throw AmendmentProblem.OBJECTION_OF_ANOTHER_PARTY.because("一条异议只涉及一方的评分");
        }
    }

    private ScoreSheet.Submitted submitted(Evaluation evaluation, String evaluator) {
        if (sheets.current(evaluation).get(evaluator) instanceof ScoreSheet.Submitted submitted) {
            return submitted;
        }
        throw AmendmentProblem.SHEET_NOT_SUBMITTED.because("评委 %s 没有已提交的评分表", evaluator);
    }

    private Map<String, ScoreSheet.Entry> read(Standing standing, Party party, AmendmentDocument said) {
        return sheets.read(standing, party, new ScoreSheetDocument(said.scores()));
    }

    private static void requireChanges(
            ScoreSheet before, Map<String, ScoreSheet.Entry> changed, List<ScoreSheetDocument.ScoreDocument> lines) {
        Fields fields = new Fields();
        fields.each("/scores", lines, (at, line) -> {
            if (changed.get(line.item()).equals(before.entries().get(line.item()))) {
                fields.wrong(AmendmentProblem.NOTHING_CHANGED, at, "评分项 " + line.item() + " 与现有评分相同");
            }
        });
        fields.refuse();
    }

    private AmendmentView requireSame(Standing standing, AmendmentEntity known, AmendmentDocument said) {
        Map<Integer, ScoreSheet> versions =
                sheets.versions(standing.evaluation(), List.of(known.evaluator)).get(known.evaluator);
        Map<String, ScoreSheet.Entry> before =
                versions.get(known.sheetVersion - 1).entries();
        Map<String, ScoreSheet.Entry> kept =
                new HashMap<>(versions.get(known.sheetVersion).entries());
        kept.entrySet().removeAll(before.entrySet());
        if (!known.reason.equals(said.reason())
                || !known.origin.equals(said.objection().from())
                || known.objection != said.objection().number()
                || !kept.equals(read(standing, known.party, said))) {
            throw AmendmentProblem.AMENDMENT_DIFFERS.because("第 %d 次更正已登记为其他内容", known.number);
        }
        return view(known, versions);
    }

    private static AmendmentView view(AmendmentEntity amendment, Map<Integer, ScoreSheet> versions) {
        return view(amendment, versions.get(amendment.sheetVersion - 1), versions.get(amendment.sheetVersion));
    }

    private static AmendmentView view(AmendmentEntity amendment, ScoreSheet before, ScoreSheet after) {
        return new AmendmentView(
                amendment.evaluator,
                amendment.party.name(),
                amendment.number,
                new AmendmentDocument.ObjectionReference(amendment.origin, amendment.objection),
                amendment.reason,
                amendment.sheetVersion,
                amendment.amendedAt,
                after.entries().entrySet().stream()
                        .filter(line -> !line.getValue().equals(before.entries().get(line.getKey())))
                        .map(line -> AmendmentView.Change.of(
                                line.getKey(), before.entries().get(line.getKey()), line.getValue()))
                        .sorted(Comparator.comparing(AmendmentView.Change::item))
                        .toList());
    }
}
