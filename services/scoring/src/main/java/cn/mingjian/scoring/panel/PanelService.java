package cn.mingjian.scoring.panel;

import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.panel.PanelDocument.MemberDocument;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names panels. While its party has not submitted, a panel can be enlarged and its leads changed. */
@ApplicationScoped
public class PanelService {

    private static final String KIND = "panel";

    private final Access access;
    private final RoundDocuments documents;
    private final Panels panels;
    private final Deactivated deactivated;
    private final Outbox outbox;

    PanelService(Access access, RoundDocuments documents, Panels panels, Deactivated deactivated, Outbox outbox) {
        this.access = access;
        this.documents = documents;
        this.panels = panels;
        this.deactivated = deactivated;
        this.outbox = outbox;
    }

    /** The panel as it stands. */
    public List<Member> members(Evaluation evaluation) {
        return panels.members(evaluation.code());
    }

    @Transactional
    Stored<PanelDocument> put(String code, PanelDocument panel, Precondition precondition) {
        Standing standing = access.change(code);
        standing.requireBureau();
        Evaluation evaluation = standing.evaluation();
        PanelCheck.check(panel);
        boolean open = evaluation.phase().isOpenForWork();
        Stored<PanelDocument> stored = documents.put(evaluation, KIND, panel, open, "变动评估团队", precondition);
        if (stored.isNew()) {
            if (evaluation.phase() instanceof Phase.Scoring) {
                // What can still be changed tells who has submitted.
                standing.requireProgressReader();
            }
            requireNameable(evaluation, panel);
            name(evaluation, panel);
            tellWhoIsOn(evaluation);
        }
        return stored;
    }

    /** Tells the services that show evidence who may see it from now on. */
    void tellOfPledge(String code, String account) {
        tell(new PanelEvent.PledgeSigned(code, account));
    }

    /** Tells whoever reminds the bureau of what it has to decide. */
    void tellOfRequest(String code) {
        tell(new PanelEvent.RecusalRequested(code));
    }

    /** Tells who asked, whose recusal it is and its party's leads; who is on the panel is told before. */
    void tellOfDecision(
            Evaluation evaluation, Member whose, RecusalEntity.Origin requestedBy, RecusalEntity.Decision decision) {
        tell(new PanelEvent.RecusalDecided(
                evaluation.code(),
                whose.account(),
                whose.party(),
                requestedBy,
                decision,
                leads(evaluation, whose.party())));
    }

    /** Tells who was taken off and its party's leads; who is on the panel is told before. */
    void tellOfReplacement(Evaluation evaluation, Member who) {
        tell(new PanelEvent.EvaluatorReplaced(
                evaluation.code(), who.account(), who.party(), leads(evaluation, who.party())));
    }

    /** Tells the party's own, and whoever watches its deadline. */
    void tellOfReopening(Evaluation evaluation, Party party, Optional<Instant> due) {
        tell(new PanelEvent.PartyReopened(
                evaluation.code(), party, due.map(Instant::toString).orElse(null)));
    }

    private List<String> leads(Evaluation evaluation, Party party) {
        return members(evaluation).stream()
                .filter(member -> member.party() == party && member.lead() && !member.recused())
                .map(Member::account)
                .toList();
    }

    private void tell(PanelEvent event) {
        outbox.append(PanelEvent.TOPIC, event.evaluation(), event.type(), event);
    }

    /** Tells the services that show evidence who may see it. */
    void tellWhoIsOn(Evaluation evaluation) {
        tell(PanelEvent.PanelChanged.of(evaluation.code(), members(evaluation)));
    }

    @Transactional
    PanelView get(String code) {
        Standing standing = access.read(code);
        standing.requireParticipant();
        Stored<PanelDocument> stored = documents
                .find(standing.evaluation(), KIND, PanelDocument.class)
                .orElseThrow(() -> PanelProblem.PANEL_NOT_FOUND.because("评估 %s 尚未组成评估团队", code));
        return PanelView.of(standing, members(standing.evaluation()), stored.version());
    }

    private void name(Evaluation evaluation, PanelDocument panel) {
        Map<String, MemberDocument> wanted =
                panel.members().stream().collect(Collectors.toMap(MemberDocument::evaluator, Function.identity()));
        Map<String, Member> standing =
                members(evaluation).stream().collect(Collectors.toMap(Member::evaluator, Function.identity()));
        Map<String, MemberEntity> rows = new HashMap<>();
        for (MemberEntity row : panels.rows(evaluation.code())) {
            MemberDocument member = wanted.get(row.evaluator);
            if (member == null || !row.is(member)) {
                requireChangeable(evaluation, row, standing.get(row.evaluator), member);
            }
            if (member == null) {
                panels.delete(row);
            } else {
                rows.put(row.evaluator, row);
            }
        }
        rows.forEach((evaluator, row) -> row.become(wanted.get(evaluator)));
        panel.members().stream()
                .filter(member -> !rows.containsKey(member.evaluator()))
                .map(member -> MemberEntity.of(evaluation.code(), member))
                .forEach(row -> {
                    requireNotSubmitted(evaluation, row);
                    panels.persist(row);
                });
    }

    /**
     * Nobody who was deactivated in the pool, though whoever was named before stays; and nobody who has decided on a recusal
     * or a veto of this round: leaving the panel to decide and coming back would be deciding one's own matter.
     */
    private void requireNameable(Evaluation evaluation, PanelDocument panel) {
        Set<String> seated = members(evaluation).stream().map(Member::account).collect(Collectors.toSet());
        Set<String> gone = deactivated.accounts(evaluation.place().district());
        Set<String> deciders = panels.deciders(evaluation.code());
        Fields fields = new Fields();
        fields.each("/members", panel.members(), (at, member) -> {
            if (gone.contains(member.account()) && !seated.contains(member.account())) {
                fields.wrong(
                        PanelProblem.DEACTIVATED,
                        at + "/account",
                        "评委 %s（%s）已在评委库中停用".formatted(member.evaluator(), member.label()));
            }
            if (deciders.contains(member.account())) {
                fields.wrong(
                        PanelProblem.HAS_DECIDED,
                        at + "/account",
                        "评委 %s（%s）的账号已裁定本次评估的回避或一票否决".formatted(member.evaluator(), member.label()));
            }
        });
        fields.refuse();
    }

    private static void requireChangeable(
            Evaluation evaluation, MemberEntity row, Member standing, MemberDocument wanted) {
        requireNotSubmitted(evaluation, row);
        boolean bound = standing.pledgedOn().isPresent()
                || standing.recusal().isPresent()
                || standing.operatorRecusal().isPresent()
                || standing.replacement().isPresent();
        if (bound && (wanted == null || !row.isSamePerson(wanted))) {
            throw PanelProblem.MEMBER_BOUND.because("评委 %s 已签署承诺书或已申请回避；不能继续参评的，请先撤换，再增加接替的评委", row.evaluator);
        }
    }

    private static void requireNotSubmitted(Evaluation evaluation, MemberEntity row) {
        if (evaluation.phase().hasSubmitted(row.party)) {
            throw PanelProblem.PARTY_SUBMITTED.because("%s已提交", row.party.title());
        }
    }
}
