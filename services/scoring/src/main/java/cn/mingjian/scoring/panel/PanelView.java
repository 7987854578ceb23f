package cn.mingjian.scoring.panel;

import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/** A panel: who is on it, for whom; accounts, pledges and recusals only for the bureau and each evaluator's own row,
 * what the operator asked for only for the bureau and the operator; who has pledged and who takes part no more also for the
 * lead of its party, who waits for the ones and submits without the others. */
public record PanelView(List<MemberView> members, int version) {

    /**
     * One evaluator; what the reader may not see is left out.
     *
     * @param recused whether it takes part no more, for whatever reason
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MemberView(
            String evaluator,
            String account,
            String party,
            String organisation,
            String label,
            String role,
            LocalDate pledgedOn,
            Boolean recused,
            RecusalView recusal,
            RecusalView operatorRecusal,
            RecusalView replacement) {}

    /**
     * A recusal.
     *
     * @param state REQUESTED, UPHELD or REFUSED
     * @param because why it was decided so; left out before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RecusalView(String state, String reason, String because) {

        static RecusalView of(Recusal recusal) {
            return new RecusalView(
                    recusal.state(), recusal.reason(), recusal.because().orElse(null));
        }
    }

    static PanelView of(Standing standing, List<Member> members, int version) {
        String own = standing.named().map(Seat::evaluator).orElse("");
        return new PanelView(
                members.stream()
                        .map(member -> view(
                                standing,
                                member,
                                standing.bureau() || member.evaluator().equals(own)))
                        .toList(),
                version);
    }

    private static boolean leads(Standing standing, Member member) {
        return standing.named()
                .filter(seat -> seat.lead() && !seat.recused() && seat.party() == member.party())
                .isPresent();
    }

    private static MemberView view(Standing standing, Member member, boolean whole) {
        return new MemberView(
                member.evaluator(),
                whole ? member.account() : null,
                member.party().name(),
                standing.evaluation().opening().organisation(member.party()),
                member.label(),
                member.lead() ? "LEAD" : "MEMBER",
                whole || leads(standing, member) ? member.pledgedOn().orElse(null) : null,
                whole || standing.operator() || leads(standing, member) ? member.recused() : null,
                whole ? member.recusal().map(RecusalView::of).orElse(null) : null,
                standing.bureau() || standing.operator()
                        ? member.operatorRecusal().map(RecusalView::of).orElse(null)
                        : null,
                whole ? member.replacement().map(RecusalView::of).orElse(null) : null);
    }
}
