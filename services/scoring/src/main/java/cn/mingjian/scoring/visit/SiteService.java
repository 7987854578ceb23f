package cn.mingjian.scoring.visit;

import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a party finds on site, in files and in conversations, until it has submitted; the others read it when nothing is blind any more. */
@ApplicationScoped
class SiteService {

    private static final int SEED_BYTES = 16;

    private final Access access;
    private final RoundDocuments documents;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    SiteService(Access access, RoundDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    /** A party's fieldwork in an evaluation. */
    private record Fieldwork(Evaluation evaluation, Party party) {

        boolean isOpen() {
            return evaluation.phase().isOpenForWork() && !evaluation.phase().hasSubmitted(party);
        }

        String kinds(FieldworkKind kind) {
            return kind.of(party);
        }
    }

    @Transactional
    SiteView.Kept<SiteView.SiteCheckView> putSiteCheck(
            String code, String site, SiteCheckDocument check, Precondition precondition) {
        Fieldwork own = own(code);
        requireSegment("/site", site);
        check.check(own.evaluation(), clock.instant());
        String kind = own.kinds(FieldworkKind.SITE_CHECK) + site;
        Stored<SiteCheckDocument> stored =
                documents.put(own.evaluation(), kind, check, own.isOpen(), "更改现场检查", precondition);
        return SiteView.Kept.of(stored, SiteView.of(own.party(), site, stored));
    }

    @Transactional
    List<SiteView.SiteCheckView> siteChecks(String code) {
        return readable(code, fieldwork -> {
            String kinds = fieldwork.kinds(FieldworkKind.SITE_CHECK);
            return documents.findAll(fieldwork.evaluation(), kinds, SiteCheckDocument.class).stream()
                    .map(stored -> SiteView.of(fieldwork.party(), name(stored, kinds), stored));
        });
    }

    /** Draws once: the same draw again is answered with what was drawn. */
    @Transactional
    SiteView.Kept<SiteView.SampleView> putSample(String code, String sample, SampleDocument wanted) {
        Fieldwork own = own(code);
        requireSegment("/sample", sample);
        wanted.check();
        Optional<SampleDocument> drawn = drawn(own, sample);
        if (drawn.isPresent()) {
            SampleDocument kept = drawn.get();
            if (!kept.equals(wanted.seed() == null ? wanted.with(kept.seed()) : wanted)) {
                throw VisitProblem.SAMPLE_DRAWN.because("样本 %s 已按其他总体或数量抽取", sample);
            }
            return new SiteView.Kept<>(view(own.party(), sample, kept, fileChecks(own)), false);
        }
        SampleDocument whole = wanted.seed() == null ? wanted.with(seed()) : wanted;
        documents.put(own.evaluation(), own.kinds(FieldworkKind.SAMPLE) + sample, whole, own.isOpen(), "抽取样本");
        return new SiteView.Kept<>(view(own.party(), sample, whole, Map.of()), true);
    }

    @Transactional
    List<SiteView.SampleView> samples(String code) {
        return readable(code, fieldwork -> {
            Map<String, FileCheckDocument> checks = fileChecks(fieldwork);
            String kinds = fieldwork.kinds(FieldworkKind.SAMPLE);
            return documents.findAll(fieldwork.evaluation(), kinds, SampleDocument.class).stream()
                    .map(stored -> view(fieldwork.party(), name(stored, kinds), stored.content(), checks));
        });
    }

    /** @param position in the order of drawing, from 1 */
    @Transactional
    SiteView.Kept<SiteView.SampleView> putFileCheck(String code, String sample, int position, FileCheckDocument check) {
        Fieldwork own = own(code);
        SampleDocument drawn =
                drawn(own, sample).orElseThrow(() -> VisitProblem.SAMPLE_NOT_FOUND.because("没有样本 %s", sample));
        check.check();
        if (position < 1 || position > drawn.size()) {
            throw VisitProblem.FILE_NOT_IN_SAMPLE.because("样本 %s 共 %d 份，没有第 %d 份", sample, drawn.size(), position);
        }
        String kind = own.kinds(FieldworkKind.FILE_CHECK) + file(sample, position);
        Stored<FileCheckDocument> stored = documents.put(own.evaluation(), kind, check, own.isOpen(), "更改档案检查");
        return SiteView.Kept.of(stored, view(own.party(), sample, drawn, fileChecks(own)));
    }

    @Transactional
    SiteView.Kept<SiteView.InterviewView> putInterview(String code, int number, InterviewDocument interview) {
        Fieldwork own = own(code);
        interview.check(own.evaluation(), clock.instant());
        String kinds = own.kinds(FieldworkKind.INTERVIEW);
        int next = documents
                        .findAll(own.evaluation(), kinds, InterviewDocument.class)
                        .size()
                + 1;
        if (number < 1 || number > next) {
            throw VisitProblem.NUMBER_OUT_OF_ORDER.because("下一次访谈的编号是 %d", next);
        }
        Stored<InterviewDocument> stored =
                documents.put(own.evaluation(), kinds + number, interview, own.isOpen(), "更改访谈记录");
        return SiteView.Kept.of(stored, SiteView.of(own.party(), number, stored));
    }

    @Transactional
    List<SiteView.InterviewView> interviews(String code) {
        return readable(code, fieldwork -> {
            String kinds = fieldwork.kinds(FieldworkKind.INTERVIEW);
            return documents.findAll(fieldwork.evaluation(), kinds, InterviewDocument.class).stream()
                    .map(stored -> SiteView.of(fieldwork.party(), Integer.parseInt(name(stored, kinds)), stored))
                    .sorted(Comparator.comparing(SiteView.InterviewView::number));
        });
    }

    /** Every member writes down what its party finds. */
    private Fieldwork own(String code) {
        Standing standing = access.change(code);
        return new Fieldwork(standing.evaluation(), standing.requirePledged().party());
    }

    /** Of all parties for whoever reads all of them, else the reader's own: it is what its scores and findings rest on. */
    private <V> List<V> readable(String code, Function<Fieldwork, Stream<V>> read) {
        Standing standing = access.read(code);
        Optional<Party> own = standing.seat().filter(Seat::eligible).map(Seat::party);
        boolean isClosed = standing.evaluation().phase() instanceof Phase.Closed;
        if (own.isEmpty() || isClosed) {
            standing.requireDisclosed();
        }
        return Stream.of(Party.values())
                .filter(party -> own.isEmpty() || isClosed || own.get() == party)
                .flatMap(party -> read.apply(new Fieldwork(standing.evaluation(), party)))
                .toList();
    }

    private static void requireSegment(String pointer, String segment) {
        Fields fields = new Fields();
        fields.value(pointer, segment, Form.SEGMENT);
        fields.refuse();
    }

    private Optional<SampleDocument> drawn(Fieldwork fieldwork, String sample) {
        return documents
                .find(fieldwork.evaluation(), fieldwork.kinds(FieldworkKind.SAMPLE) + sample, SampleDocument.class)
                .map(Stored::content);
    }

    /** By sample and position. */
    private Map<String, FileCheckDocument> fileChecks(Fieldwork fieldwork) {
        String kinds = fieldwork.kinds(FieldworkKind.FILE_CHECK);
        return documents.findAll(fieldwork.evaluation(), kinds, FileCheckDocument.class).stream()
                .collect(Collectors.toMap(stored -> name(stored, kinds), Stored::content));
    }

    private static SiteView.SampleView view(
            Party party, String sample, SampleDocument drawn, Map<String, FileCheckDocument> checks) {
        List<SiteView.FileView> files = new ArrayList<>();
        for (String file : drawn.sample()) {
            int position = files.size() + 1;
            FileCheckDocument check = checks.get(file(sample, position));
            files.add(new SiteView.FileView(
                    position, file, check == null ? null : check.outcome(), check == null ? null : check.note()));
        }
        return new SiteView.SampleView(
                party.name(),
                sample,
                drawn.title(),
                drawn.population().size(),
                drawn.population(),
                drawn.seed(),
                files);
    }

    private static String file(String sample, int position) {
        return sample + "/" + position;
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
