package cn.mingjian.scoring.result;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.PanelService;
import cn.mingjian.scoring.rubric.RubricService;
import cn.mingjian.scoring.score.Item;
import cn.mingjian.scoring.score.Party;
import cn.mingjian.scoring.score.Score;
import cn.mingjian.scoring.sheet.ScoreSheet;
import cn.mingjian.scoring.sheet.ScoreSheetService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Raises, hears and decides vetoes; one that is upheld after the result exists makes a new version of it. */
@ApplicationScoped
public class VetoService {

    private static final String BY_ITSELF = "system";

    private final Access access;
    private final Vetoes vetoes;
    private final ResultService results;
    private final RubricService rubrics;
    private final PanelService panels;
    private final ScoreSheetService sheets;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    VetoService(
            Access access,
            Vetoes vetoes,
            ResultService results,
            RubricService rubrics,
            PanelService panels,
            ScoreSheetService sheets,
            Outbox outbox,
            Caller caller) {
        this.access = access;
        this.vetoes = vetoes;
        this.results = results;
        this.rubrics = rubrics;
        this.panels = panels;
        this.sheets = sheets;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** A veto, and whether this call changed it. */
    record Changed(Veto veto, boolean isNew) {}

    /**
     * Raises a veto for every VETO item on which an eligible evaluator has found something. Called when the fourth party has
     * submitted, as it would tell of sheets before.
     */
    public void raiseWhatSheetsFound(Evaluation evaluation) {
        Map<String, ScoreSheet> current = sheets.current(evaluation);
        List<Veto> raised = vetoes.of(evaluation.code());
        int number = next(raised);
        for (Party party : Party.values()) {
            List<Item> items = rubrics.pinned(evaluation)
                    .items(party)
                    .filter(item -> item.kind() == Item.Kind.VETO)
                    .toList();
            for (Item item : items) {
                List<String> found = found(evaluation, party, item, current);
                String where = "%s评分表 %s".formatted(party.title(), item.code());
                if (!found.isEmpty()
                        && raised.stream()
                                .noneMatch(veto -> veto.allegation().evidence().contains(where))) {
                    Veto.Allegation allegation =
                            new Veto.Allegation(number++, item.name(), String.join("；", found), List.of(where));
                    keep(evaluation.code(), allegation, BY_ITSELF);
                }
            }
        }
    }

    @Transactional
    Changed raise(String code, int number, String title, String reason, List<String> evidence) {
        Standing standing = access.change(code);
        standing.requireBureau();
        Fields fields = new Fields();
        fields.integer("/number", number, 1, Integer.MAX_VALUE);
        fields.of(ScoringShapes.VETO, "", "title", title);
        fields.of(ScoringShapes.VETO, "", "reason", reason);
        if (evidence != null) {
            fields.each("/evidence", evidence, fields::text);
        }
        fields.refuse();
        Veto.Allegation allegation =
                new Veto.Allegation(number, title, reason, evidence == null ? List.of() : evidence);
        VetoEntity known = vetoes.row(code, number).orElse(null);
        if (known != null) {
            if (!known.toVeto().allegation().equals(allegation)) {
                throw ResultProblem.VETO_DIFFERS.because("第 %d 项一票否决已登记", number);
            }
            return new Changed(known.toVeto(), false);
        }
        requireOpen(standing.evaluation(), "登记一票否决");
        int next = next(vetoes.of(code));
        if (number != next) {
            throw ResultProblem.VETO_OUT_OF_ORDER.because("下一项一票否决的编号是 %d", next);
        }
        return new Changed(keep(code, allegation, caller.account()).toVeto(), true);
    }

    private static int next(List<Veto> raised) {
        return raised.stream().mapToInt(Veto::number).max().orElse(0) + 1;
    }

    private VetoEntity keep(String code, Veto.Allegation allegation, String account) {
        VetoEntity veto = VetoEntity.of(code, allegation, account);
        vetoes.persist(veto);
        tell(new VetoEvent.VetoRaised(code, allegation.number()));
        return veto;
    }

    private void tell(VetoEvent event) {
        outbox.append(VetoEvent.TOPIC, event.evaluation(), event.type(), event);
    }

    /** Keeps that the operator was heard, before anything is decided. */
    @Transactional
    Changed hear(String code, int number, String heldOn, String statement) {
        Standing standing = access.change(code);
        standing.requireBureau();
        Fields fields = new Fields();
        Optional<LocalDate> day = fields.happened("/heldOn", heldOn, standing.evaluation(), clock.instant());
        fields.text("/statement", statement);
        fields.refuse();
        Veto.Hearing hearing = new Veto.Hearing(day.orElseThrow(), statement);
        VetoEntity veto = row(code, number);
        Optional<Veto.Hearing> held = veto.toVeto().hearing();
        if (held.isPresent()) {
            if (!held.get().equals(hearing)) {
                throw ResultProblem.VETO_HEARD.because(
                        "第 %d 项一票否决已于 %s 听取承办方陈述", number, held.get().heldOn());
            }
            return new Changed(veto.toVeto(), false);
        }
        if (veto.upheld != null) {
            throw ResultProblem.VETO_DECIDED.because("第 %d 项一票否决已裁定", number);
        }
        requireOpen(standing.evaluation(), "登记陈述");
        veto.hear(hearing, caller.account(), clock.instant());
        return new Changed(veto.toVeto(), true);
    }

    /** Decided by an account of the bureau that is not on the panel; upheld only after the operator was heard. */
    @Transactional
    Changed decide(String code, int number, Boolean upheld, String reason) {
        Standing standing = access.change(code);
        standing.requireUninvolvedBureau();
        Fields fields = new Fields();
        fields.present("/upheld", upheld);
        fields.text("/reason", reason);
        fields.refuse();
        VetoEntity veto = row(code, number);
        if (veto.upheld != null) {
            if (!veto.upheld.equals(upheld) || !veto.decisionReason.equals(reason)) {
                throw ResultProblem.VETO_DECIDED.because("第 %d 项一票否决已裁定", number);
            }
            return new Changed(veto.toVeto(), false);
        }
        requireOpen(standing.evaluation(), "裁定一票否决");
        if (upheld && veto.toVeto().hearing().isEmpty()) {
            throw ResultProblem.VETO_NOT_HEARD.because("第 %d 项一票否决尚未登记承办方的陈述，不能裁定成立", number);
        }
        veto.decide(upheld, reason, caller.account(), clock.instant());
        tell(new VetoEvent.VetoDecided(code, number));
        if (standing.evaluation().phase() instanceof Phase.Feedback) {
            results.determine(standing.evaluation(), () -> {});
        }
        return new Changed(veto.toVeto(), true);
    }

    @Transactional
    Veto get(String code, int number) {
        Standing standing = reader(code);
        return told(standing, row(code, number));
    }

    @Transactional
    List<Veto> list(String code) {
        Standing standing = reader(code);
        return vetoes.rows(code).stream().map(veto -> told(standing, veto)).toList();
    }

    /** The bureau, and the operator, which is to answer what it is accused of. */
    private Standing reader(String code) {
        Standing standing = access.read(code);
        if (!standing.operator()) {
            standing.requireBureau();
        }
        return standing;
    }

    private static Veto told(Standing standing, VetoEntity entity) {
        Veto veto = entity.toVeto();
        if (standing.bureau()) {
            return veto;
        }
        Veto unattributed = entity.raisedBy.equals(BY_ITSELF) ? veto.unattributed() : veto;
        return standing.evaluation().phase() instanceof Phase.Closed ? unattributed : unattributed.undecided();
    }

    /** What eligible evaluators of the party wrote beside points on the item. */
    private List<String> found(Evaluation evaluation, Party party, Item item, Map<String, ScoreSheet> current) {
        List<String> found = new ArrayList<>();
        for (Member member : panels.members(evaluation)) {
            if (member.party() == party
                    && member.eligible()
                    && current.get(member.evaluator()) instanceof ScoreSheet.Submitted sheet
                    && sheet.entries().get(item.code())
                            instanceof ScoreSheet.Entry(Score.Points(BigFraction points), String comment, var _)
                    && points.signum() > 0) {
                found.add(comment);
            }
        }
        return found;
    }

    private VetoEntity row(String code, int number) {
        return vetoes.row(code, number).orElseThrow(() -> ResultProblem.VETO_NOT_FOUND.because("没有第 %d 项一票否决", number));
    }

    private static void requireOpen(Evaluation evaluation, String what) {
        if (!evaluation.phase().isOpenForWork() && !(evaluation.phase() instanceof Phase.Feedback)) {
            throw evaluation.tooLateOrEarly(what);
        }
    }
}
