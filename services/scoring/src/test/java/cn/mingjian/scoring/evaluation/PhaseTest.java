package cn.mingjian.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.scoring.score.Party;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseTest {

    private static final EvidenceSnapshot EVIDENCE = new EvidenceSnapshot(3, 2, 1, Optional.empty());

    @Test
    void scoringOpensWithFrozenEvidence() {
        Phase.Scoring scoring = new Phase.Preparing().freeze(EVIDENCE);

        assertThat(scoring.name()).isEqualTo(Phase.Name.SCORING);
        assertThat(scoring.evidence()).contains(EVIDENCE);
        assertThat(scoring.submitted()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void staysOpenUntilEveryPartyHasSubmitted(Party last) {
        Phase phase = new Phase.Preparing().freeze(EVIDENCE);

        for (Party party : EnumSet.complementOf(EnumSet.of(last))) {
            phase = ((Phase.Scoring) phase).submit(party);
            assertThat(phase.isDisclosed()).isFalse();
            assertThat(phase.hasSubmitted(party)).isTrue();
        }
        phase = ((Phase.Scoring) phase).submit(last);

        assertThat(phase).isEqualTo(new Phase.Feedback(EVIDENCE));
        assertThat(phase.isDisclosed()).isTrue();
    }

    @Test
    void aPartySubmittingTwiceIsNotAnotherOne() {
        Phase.Scoring scoring = new Phase.Scoring(EVIDENCE, Set.of(Party.PURCHASER));

        assertThat(scoring.submit(Party.PURCHASER)).isEqualTo(scoring);
    }

    @Test
    void aPartyThatIsReopenedIsTheOnlyOneToSubmitAgain() {
        Phase.Scoring scoring = new Phase.Scoring(EVIDENCE, Set.of(Party.PURCHASER, Party.SUPERVISOR));

        assertThat(scoring.reopen(Party.PURCHASER)).isEqualTo(new Phase.Scoring(EVIDENCE, Set.of(Party.SUPERVISOR)));
    }

    @Test
    void closesOnlyFromFeedbackAndIsCancelledOnlyBefore() {
        assertThat(new Phase.Feedback(EVIDENCE).close()).isEqualTo(new Phase.Closed(EVIDENCE));
        assertThat(new Phase.Preparing().cancel("站点合并").evidence()).isEmpty();
        assertThat(new Phase.Preparing().freeze(EVIDENCE).cancel("站点合并").evidence())
                .contains(EVIDENCE);
        assertThat(Phase.Cancellable.class.isAssignableFrom(Phase.Feedback.class))
                .isFalse();
        assertThatThrownBy(() -> new Phase.Preparing().cancel(" ")).hasMessageContaining("reason");
    }
}
