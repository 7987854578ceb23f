package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.fault.Durability;
import cn.mingjian.acceptance.fault.Faults;
import cn.mingjian.acceptance.fault.Moment;
import cn.mingjian.acceptance.fault.Target;
import cn.mingjian.acceptance.running.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes killed in the middle of an evaluation: it goes on or resumes, and everything kept of it is as if nothing had
 * happened. A few moments here; scripts/bench faults kills every process, by itself and beside others, sixty-four times.
 */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class FaultsIT {
    private static final long SEED = 7;
    private static final List<Target> TARGETS =
            List.of(Target.of("postgres"), Target.of("kafka", "scoring"), Target.of("scoring", "scoring"));

    private final RunningPlatform platform;

    FaultsIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void theServersKeepWhatTheyAcknowledge() throws Exception {
        Durability durability = Durability.of(platform.platform());

        assertThat(durability.holds()).as("%s", durability).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> aKilledProcessLosesAndDoublesNothing(@TempDir Path folder) throws Exception {
        Faults faults = Faults.begin(platform.platform(), folder, "ref");
        Stream<Moment> moments = Stream.concat(
                faults.draw(SEED, TARGETS.size(), TARGETS).stream(), Stream.of(betweenThePanelAndThePledges()));
        Stream<DynamicTest> kills = moments.map(moment -> DynamicTest.dynamicTest(
                moment.target() + " " + moment,
                () -> assertThat(faults.at(moment).differences()).isEmpty()));
        return Stream.concat(
                kills, Stream.of(DynamicTest.dynamicTest("the audit after the kills", this::theAuditIsWhole)));
    }

    /** When the command says that pledges are signed now: whoever has not pledged may not even look at what is theirs. */
    private static Moment betweenThePanelAndThePledges() {
        return new Moment(TARGETS.size() + 1, Target.of("evaluate"), 4, Duration.ZERO);
    }

    private void theAuditIsWhole() throws Exception {
        Ending verified = platform.verifyAudit();

        assertThat(verified.code()).as(verified.said()).isZero();
    }
}
