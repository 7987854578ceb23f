package cn.mingjian.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final Timeline TIMELINE =
            new Timeline(List.of(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(10)));

    @Test
    void drawsTheSameMomentsForTheSameSeedOnly() {
        List<Moment> moments = Moment.draw(1, 5 * Faults.TARGETS.size(), Faults.TARGETS, TIMELINE);

        assertThat(Moment.draw(1, 5 * Faults.TARGETS.size(), Faults.TARGETS, TIMELINE))
                .isEqualTo(moments);
        assertThat(Moment.draw(2, 5 * Faults.TARGETS.size(), Faults.TARGETS, TIMELINE))
                .isNotEqualTo(moments);
    }

    @Test
    void killsEveryTargetEquallyOftenAndOverTheWholeEvaluation() {
        List<Moment> moments = Moment.draw(1, 5 * Faults.TARGETS.size(), Faults.TARGETS, TIMELINE);

        assertThat(moments.stream().collect(Collectors.groupingBy(Moment::target, Collectors.counting())))
                .containsOnlyKeys(Faults.TARGETS)
                .allSatisfy((target, times) -> assertThat(times).isEqualTo(5));
        for (Target target : Faults.TARGETS)
            assertThat(moments.stream()
                            .filter(moment -> moment.target().equals(target))
                            .map(MomentTest::fifth))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 5).boxed().toList());
    }

    @Test
    void tellsAMomentByTheLineBeforeIt() {
        assertThat(TIMELINE.linesAt(0.1)).isZero();
        assertThat(TIMELINE.afterLine(0.1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(TIMELINE.linesAt(0.5)).isEqualTo(2);
        assertThat(TIMELINE.afterLine(0.5)).isEqualTo(Duration.ofSeconds(2));
    }

    private static int fifth(Moment moment) {
        Duration before = moment.lines() == 0 ? Duration.ZERO : TIMELINE.lines().get(moment.lines() - 1);
        return (int) (before.plus(moment.after()).toMillis() / 2000);
    }
}
