package cn.mingjian.scoring.sheet;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.scoring.attachment.AttachmentRegister;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationProblem;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.PanelService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Sheets on paper: one account of the party types one in, another of the same party compares it with the scan and so submits
 * it. Paper on a table is no secret within a party; to everybody else it is as blind as any other sheet.
 */
@ApplicationScoped
class PaperSheetService {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Access access;
    private final ScoreSheetService sheets;
    private final PaperSheets papers;
    private final PanelService panels;
    private final AttachmentRegister attachments;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    PaperSheetService(
            Access access,
            ScoreSheetService sheets,
            PaperSheets papers,
            PanelService panels,
            AttachmentRegister attachments,
            Caller caller) {
        this.access = access;
        this.sheets = sheets;
        this.papers = papers;
        this.panels = panels;
        this.attachments = attachments;
        this.caller = caller;
    }

    /**
     * A sheet on paper with its scores.
     *
     * @param evaluators by account
     */
    record Shown(PaperSheetEntity paper, ScoreSheetService.Shown sheet, Map<String, String> evaluators) {}

    @Transactional
    Shown enter(String code, String evaluator, PaperSheetDocument document) {
        Standing standing = access.change(code);
        Member author = author(standing, evaluator);
        Fields fields = new Fields();
        Optional<LocalDate> day = fields.date("/occurredOn", document.occurredOn());
        if (day.filter(LocalDate.now(clock.withZone(ZONE))::isBefore).isPresent()) {
            fields.wrong("/occurredOn", "不能晚于今天，收到 " + document.occurredOn());
        }
        if (fields.text("/scan", document.scan())
                .filter(attachments.citable(standing)::contains)
                .isEmpty()) {
            fields.wrong(ScoreSheetProblem.EVIDENCE_UNKNOWN, "/scan", "没有可引用的扫描件 " + document.scan());
        }
        fields.refuse();
        Optional<PaperSheetEntity> before = papers.of(code, evaluator);
        if (before.isEmpty() && !sheets.isComparable(standing.evaluation(), author.party(), caller.account())) {
            throw ScoreSheetProblem.NOBODY_TO_COMPARE.because("本方没有其他可以核对的评委，请由评委 %s 在线填写", evaluator);
        }
        ScoreSheetService.Shown sheet = sheets.enter(standing, author, document.lines(), before.isPresent());
        PaperSheetEntity paper = before.orElseGet(() -> PaperSheetEntity.of(new PaperSheetEntity.Key(code, evaluator)));
        boolean says = day.get().equals(paper.occurredOn) && document.scan().equals(paper.scan);
        if (!says && sheet.sheet() instanceof ScoreSheet.Submitted) {
            throw ScoreSheetProblem.SHEET_SUBMITTED.because("评委 %s 的评分表已提交", evaluator);
        }
        boolean mine = caller.account().equals(paper.enteredBy);
        if (!says || !mine && !(sheet.sheet() instanceof ScoreSheet.Submitted)) {
            // Whoever said it last vouches for it, and leaves the comparing to the others.
            paper.occurredOn = day.get();
            paper.scan = document.scan();
            paper.enteredBy = caller.account();
            paper.enteredAt = clock.instant();
            papers.persist(paper);
        }
        return shown(standing.evaluation(), paper, sheet);
    }

    @Transactional
    Shown get(String code, String evaluator) {
        Standing standing = access.read(code);
        Member author = author(standing, evaluator);
        Optional<PaperSheetEntity> paper = papers.of(code, evaluator);
        if (paper.isEmpty()) {
            sheets.requireNotBegun(standing.evaluation(), author);
        }
        return shown(standing.evaluation(), paper.orElseThrow(() -> notFound(evaluator)), sheets.of(standing, author));
    }

    /**
     * Submits the sheet as it was compared with the scan.
     *
     * @param suggested what is not departed from without a comment, by item
     */
    @Transactional
    Shown confirm(String code, String evaluator, Integer revision, Map<String, BigFraction> suggested) {
        Standing standing = access.change(code);
        Member author = author(standing, evaluator);
        Fields fields = new Fields();
        fields.integer("/revision", revision, 1, Integer.MAX_VALUE);
        fields.refuse();
        PaperSheetEntity paper = required(code, evaluator);
        if (paper.enteredBy.equals(caller.account())) {
            throw ScoreSheetProblem.SAME_ACCOUNT.because("评委 %s 的纸质评分表由当前账号登记，须由本方其他账号核对", evaluator);
        }
        ScoreSheetService.Shown sheet = sheets.confirm(standing, author, revision, suggested);
        if (sheet.isNew()) {
            paper.confirmedBy = caller.account();
            paper.confirmedAt = clock.instant();
        }
        return shown(standing.evaluation(), paper, sheet);
    }

    /** Whose sheet it is, for an evaluator of the same party who may score itself. */
    private Member author(Standing standing, String evaluator) {
        Seat own = standing.requireSeat();
        standing.requireEligible(own.evaluator());
        Member author = panels.members(standing.evaluation()).stream()
                .filter(member -> member.evaluator().equals(evaluator) && member.party() == own.party())
                .findFirst()
                .orElseThrow(() -> EvaluationProblem.NOT_ON_PANEL.because("只能办理本方评委的纸质评分表"));
        if (author.recused()) {
            throw EvaluationProblem.RECUSED.because("评委 %s 的回避已生效", evaluator);
        }
        if (author.pledgedOn().isEmpty()) {
            throw EvaluationProblem.NOT_ON_PANEL.because("评委 %s 尚未签署廉洁责任承诺书，不能评分", evaluator);
        }
        return author;
    }

    private PaperSheetEntity required(String code, String evaluator) {
        return papers.of(code, evaluator).orElseThrow(() -> notFound(evaluator));
    }

    private static ProblemException notFound(String evaluator) {
        return ScoreSheetProblem.SHEET_NOT_FOUND.because("没有评委 %s 的纸质评分表", evaluator);
    }

    private Shown shown(Evaluation evaluation, PaperSheetEntity paper, ScoreSheetService.Shown sheet) {
        return new Shown(
                paper,
                sheet,
                panels.members(evaluation).stream().collect(Collectors.toMap(Member::account, Member::evaluator)));
    }
}
