package cn.mingjian.scoring.visit;

import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationProblem;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the third party finds on site, in files and in conversations, until it has submitted. */
@ApplicationScoped
class SiteService {

    static final String SITE_CHECK = "sitecheck/";
    static final String SAMPLE = "sample/";
    static final String FILE_CHECK = "filecheck/";
    static final String INTERVIEW = "interview/";
    private static final int SEED_BYTES = 16;

    private final Access access;
    private final RoundDocuments documents;
    private final SecureRandom random = new SecureRandom();

    SiteService(Access access, RoundDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    @Transactional
    Stored<SiteCheckDocument> putSiteCheck(
            String code, String site, SiteCheckDocument check, Precondition precondition) {
        Evaluation evaluation = changeable(code);
        requireSegment("/site", site);
        check.check();
        return documents.put(evaluation, SITE_CHECK + site, check, isOpen(evaluation), "更改现场检查", precondition);
    }

    @Transactional
    List<SiteView.SiteCheckView> siteChecks(String code) {
        return documents.findAll(readable(code), SITE_CHECK, SiteCheckDocument.class).stream()
                .map(stored -> SiteView.of(name(stored, SITE_CHECK), stored))
                .toList();
    }

    /** Draws once: the same draw again is answered with what was drawn. */
    @Transactional
    SiteView.Drawn putSample(String code, String sample, SampleDocument wanted) {
        Evaluation evaluation = changeable(code);
        requireSegment("/sample", sample);
        wanted.check();
        Optional<Stored<SampleDocument>> drawn = documents.find(evaluation, SAMPLE + sample, SampleDocument.class);
        if (drawn.isPresent()) {
            SampleDocument kept = drawn.get().content();
            if (!kept.equals(wanted.seed() == null ? wanted.with(kept.seed()) : wanted)) {
                throw VisitProblem.SAMPLE_DRAWN.because("样本 %s 已按其他总体或数量抽取", sample);
            }
            return new SiteView.Drawn(view(sample, kept, fileChecks(evaluation, FILE_CHECK + sample + "/")), false);
        }
        SampleDocument whole = wanted.seed() == null ? wanted.with(seed()) : wanted;
        documents.put(evaluation, SAMPLE + sample, whole, isOpen(evaluation), "抽取样本");
        return new SiteView.Drawn(view(sample, whole, Map.of()), true);
    }

    @Transactional
    List<SiteView.SampleView> samples(String code) {
        Evaluation evaluation = readable(code);
        Map<String, FileCheckDocument> checks = fileChecks(evaluation, FILE_CHECK);
        return documents.findAll(evaluation, SAMPLE, SampleDocument.class).stream()
                .map(stored -> view(name(stored, SAMPLE), stored.content(), checks))
                .toList();
    }

    /** @param position in the order of drawing, from 1 */
    @Transactional
    SiteView.Drawn putFileCheck(String code, String sample, int position, FileCheckDocument check) {
        Evaluation evaluation = changeable(code);
        SampleDocument drawn = documents
                .find(evaluation, SAMPLE + sample, SampleDocument.class)
                .map(Stored::content)
                .orElseThrow(() -> VisitProblem.SAMPLE_NOT_FOUND.because("没有样本 %s", sample));
        check.check();
        if (position < 1 || position > drawn.size()) {
            throw VisitProblem.FILE_NOT_IN_SAMPLE.because("样本 %s 共 %d 份，没有第 %d 份", sample, drawn.size(), position);
        }
        Stored<FileCheckDocument> stored =
                documents.put(evaluation, FILE_CHECK + sample + "/" + position, check, isOpen(evaluation), "更改档案检查");
        return new SiteView.Drawn(
                view(sample, drawn, fileChecks(evaluation, FILE_CHECK + sample + "/")),
                stored.isNew() && stored.version() == 1);
    }

    @Transactional
    Stored<InterviewDocument> putInterview(String code, int number, InterviewDocument interview) {
        Evaluation evaluation = changeable(code);
        interview.check();
        int next = documents
                        .findAll(evaluation, INTERVIEW, InterviewDocument.class)
                        .size()
                + 1;
        if (number < 1 || number > next) {
            throw VisitProblem.NUMBER_OUT_OF_ORDER.because("下一次访谈的编号是 %d", next);
        }
        return documents.put(evaluation, INTERVIEW + number, interview, isOpen(evaluation), "更改访谈记录");
    }

    @Transactional
    List<SiteView.InterviewView> interviews(String code) {
        return documents.findAll(readable(code), INTERVIEW, InterviewDocument.class).stream()
                .map(stored -> SiteView.of(Integer.parseInt(name(stored, INTERVIEW)), stored))
                .sorted(Comparator.comparing(SiteView.InterviewView::number))
                .toList();
    }

    private Evaluation changeable(String code) {
        Standing standing = access.change(code);
        Seat seat = standing.requireSeat();
        if (seat.party() != Party.THIRD_PARTY) {
            throw EvaluationProblem.NOT_ON_PANEL.because("现场检查由第三方登记");
        }
        standing.requireEligible(seat.evaluator());
        return standing.evaluation();
    }

    /** The third party's own until all have submitted: it is what its scores and findings rest on. */
    private Evaluation readable(String code) {
        Standing standing = access.read(code);
        if (!isOwn(standing)) {
            standing.requireDisclosed();
        }
        return standing.evaluation();
    }

    /** Whether the caller is an evaluator of the third party, whose fieldwork it is. */
    static boolean isOwn(Standing standing) {
        return standing.seat()
                .filter(seat -> seat.party() == Party.THIRD_PARTY && seat.eligible())
                .isPresent();
    }

    private static boolean isOpen(Evaluation evaluation) {
        return evaluation.phase().isOpenForWork() && !evaluation.phase().hasSubmitted(Party.THIRD_PARTY);
    }

    private static void requireSegment(String pointer, String segment) {
        Fields fields = new Fields();
        fields.value(pointer, segment, Form.SEGMENT);
        fields.refuse();
    }

    /** By kind. */
    private Map<String, FileCheckDocument> fileChecks(Evaluation evaluation, String kinds) {
        return documents.findAll(evaluation, kinds, FileCheckDocument.class).stream()
                .collect(Collectors.toMap(Stored::kind, Stored::content));
    }

    private static SiteView.SampleView view(
            String sample, SampleDocument drawn, Map<String, FileCheckDocument> checks) {
        List<SiteView.FileView> files = new ArrayList<>();
        for (String file : drawn.sample()) {
            FileCheckDocument check = checks.get(FILE_CHECK + sample + "/" + (files.size() + 1));
            files.add(new SiteView.FileView(
                    files.size() + 1,
                    file,
                    check == null ? null : check.outcome(),
                    check == null ? null : check.note()));
        }
        return new SiteView.SampleView(
                sample, drawn.title(), drawn.population().size(), drawn.population(), drawn.seed(), files);
    }

    private String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String name(Stored<?> stored, String prefix) {
        return stored.kind().substring(prefix.length());
    }
}
