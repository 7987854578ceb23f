package cn.mingjian.scoring.deadline;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationProblem;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Parties;
import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Sets deadlines and holds parties to them. */
@ApplicationScoped
public class DeadlineService {

    private static final String KIND = "deadline/";
    private static final DateTimeFormatter TOLD =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Access access;
    private final RoundDocuments documents;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    DeadlineService(Access access, RoundDocuments documents, Outbox outbox) {
        this.access = access;
        this.documents = documents;
        this.outbox = outbox;
    }

    /** Until when the party may score; empty when nothing is set. */
    public Optional<Instant> of(Evaluation evaluation, Party party) {
        return find(evaluation, party).map(stored -> stored.content().instant());
    }

    /** The deadlines that are set. */
    public Map<Party, Instant> of(Evaluation evaluation) {
        Map<Party, Instant> deadlines = new EnumMap<>(Party.class);
        for (Stored<DeadlineDocument> stored : documents.findAll(evaluation, KIND, DeadlineDocument.class)) {
            deadlines.put(
                    Party.valueOf(stored.kind().substring(KIND.length())),
                    stored.content().instant());
        }
        return deadlines;
    }

    /** Refuses what the party does after its deadline; {@code what} completes "不能…". */
    public void requireAhead(Evaluation evaluation, Party party, String what) {
        of(evaluation, party).filter(due -> !clock.instant().isBefore(due)).ifPresent(due -> {
            throw DeadlineProblem.DEADLINE_PASSED.because(
                    "%s的截止时间为 %s，不能%s；确需继续的，请区民政局延期", party.title(), TOLD.format(due), what);
        });
    }

    /**
     * Another deadline is another version with its reason. It may be set for a party that has submitted: what can be changed
     * would otherwise tell who has.
     */
    @Transactional
    Stored<DeadlineDocument> put(String code, String partyName, DeadlineDocument deadline) {
        Party party = Parties.named(partyName);
        Standing standing = access.change(code);
        standing.requireBureau();
        Evaluation evaluation = standing.evaluation();
        Optional<Stored<DeadlineDocument>> before = find(evaluation, party);
        Fields fields = new Fields();
        Optional<String> due = fields.value("/dueAt", deadline.dueAt(), Form.INSTANT);
        if (deadline.reason() != null) {
            fields.text("/reason", deadline.reason());
        }
        boolean changes = before.filter(kept -> kept.content().equals(deadline)).isEmpty();
        if (changes && before.isPresent() && deadline.reason() == null) {
            fields.wrong(
                    DeadlineProblem.CHANGE_WITHOUT_REASON,
                    "/reason",
                    "原截止时间为 " + TOLD.format(before.get().content().instant()));
        }
        if (changes && due.isPresent() && !deadline.instant().isAfter(clock.instant())) {
            fields.wrong(DeadlineProblem.DEADLINE_NOT_AHEAD, "/dueAt", "收到 " + deadline.dueAt());
        }
        fields.refuse();
        Stored<DeadlineDocument> stored = documents.put(
                evaluation, KIND + party, deadline, evaluation.phase().isOpenForWork(), "更改截止时间");
        if (stored.isNew()) {
            DeadlineEvent event = new DeadlineEvent.DeadlineSet(
                    code, party, deadline.instant().toString());
            outbox.append(DeadlineEvent.TOPIC, code, event.type(), event);
        }
        return stored;
    }

    /** For the bureau and the party itself: that another one's was moved may tell why. */
    @Transactional
    Stored<DeadlineDocument> get(String code, String partyName) {
        Party party = Parties.named(partyName);
        Standing standing = access.read(code);
        if (!standing.bureau() && standing.requireSeat().party() != party) {
            throw EvaluationProblem.NOT_ON_PANEL.because("只能查看本方的截止时间");
        }
        return find(standing.evaluation(), party)
                .orElseThrow(() -> DeadlineProblem.DEADLINE_NOT_FOUND.because("%s尚无截止时间", party.title()));
    }

    private Optional<Stored<DeadlineDocument>> find(Evaluation evaluation, Party party) {
        return documents.find(evaluation, KIND + party, DeadlineDocument.class);
    }
}
