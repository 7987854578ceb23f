package cn.mingjian.scoring.panel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.test.EventContract;
import cn.mingjian.scoring.score.Party;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelEventTest {

    private static final String THIRD = "7b1d0f6e-52a4-4c5e-9a55-0d6d0c0a8f11";
    private static final String BUYER = "c0f3a5b2-1f0e-4f4b-8d0c-3c9f7f1d2e22";

    @Test
    void tellsWhoIsOnThePanelAsPromised() {
        EventContract.holds(PanelEvent.PanelChanged.of(
                "dagang-2023-final",
                List.of(member(THIRD, Party.THIRD_PARTY, null), member(BUYER, Party.PURCHASER, null))));
    }

    @Test
    void tellsWhoHasPledgedAsPromised() {
        EventContract.holds(new PanelEvent.PledgeSigned("dagang-2023-final", THIRD));
    }

    @Test
    void tellsThatARecusalWaitsAndNotWhose() {
        EventContract.holds(new PanelEvent.RecusalRequested("dagang-2023-final"));
    }

    @Test
    void tellsWhatWasDecidedAndWhoWasTakenOffAsPromised() {
        EventContract.holds(new PanelEvent.RecusalDecided(
                "dagang-2023-final",
                THIRD,
                Party.THIRD_PARTY,
                RecusalEntity.Origin.OPERATOR,
                RecusalEntity.Decision.UPHELD,
                List.of(BUYER)));
        EventContract.holds(
                new PanelEvent.EvaluatorReplaced("dagang-2023-final", THIRD, Party.THIRD_PARTY, List.of(BUYER)));
        EventContract.holds(new PanelEvent.PartyReopened("dagang-2023-final", Party.PURCHASER, "2024-06-28T10:00:00Z"));
    }

    @Test
    void doesNotNameWhoIsRecused() {
        PanelEvent.PanelChanged told = PanelEvent.PanelChanged.of(
                "dagang-2023-final",
                List.of(
                        member(THIRD, Party.THIRD_PARTY, new Recusal.Upheld("亲属", "属实")),
                        member(BUYER, Party.PURCHASER, new Recusal.Requested("亲属"))));

        assertThat(told.seats()).containsExactly(new PanelEvent.Seat(BUYER, Party.PURCHASER));
    }

    private static Member member(String account, Party party, Recusal recusal) {
        return new Member(
                "e-1",
                account,
                party,
                "评委",
                true,
                Optional.empty(),
                Optional.ofNullable(recusal),
                Optional.empty(),
                Optional.empty());
    }
}
