package cn.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {

    private static final String SLOW_AGAIN = "[ -e order ] && sleep 3; ";
    private static final String LIVES = "touch $0.up; echo $0 >> order; while :; do sleep 1; done";

    @TempDir
    private Path data;

    @Test
    void startsInOrderRestartsWhatDiesAndStopsEverything() throws Exception {
        var folder = new StackFolder(data);
        var supervisor = new Supervisor(folder);
        try (var launcher = new Launcher(data);
                var side = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> code = side.submit(() -> supervisor.run(launcher, plan(LIVES)));
            Status ready = await(folder, status -> status.phase() == Status.Phase.READY);
            assertThat(Files.readAllLines(data.resolve("order"))).containsExactly("store", "service");

            ProcessHandle.of(ready.parts().getLast().pid()).orElseThrow().destroyForcibly();
            Status again = await(folder, status -> {
                var service = status.parts().getLast();
                return service.restarts() == 1 && service.state() == Status.State.READY;
            });
            supervisor.end();

            assertThat(code.get()).isZero();
            assertThat(again.parts())
                    .allSatisfy(part -> assertThat(ProcessHandle.of(part.pid()).filter(ProcessHandle::isAlive))
                            .isEmpty());
            assertThat(data.resolve("pids")).isEmptyDirectory();
        }
    }

    @Test
    void startsAgainOnlyWhatHasAgainWhatItNeeds() throws Exception {
        var folder = new StackFolder(data);
        var supervisor = new Supervisor(folder);
        try (var launcher = new Launcher(data);
                var side = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> code = side.submit(() -> supervisor.run(launcher, plan(SLOW_AGAIN + LIVES, LIVES)));
            Status ready = await(folder, status -> status.phase() == Status.Phase.READY);

            ready.parts()
                    .forEach(part -> ProcessHandle.of(part.pid()).orElseThrow().destroyForcibly());
            await(folder, status -> status.parts().stream()
                    .allMatch(part -> part.restarts() > 0 && part.state() == Status.State.READY));
            supervisor.end();

            assertThat(Files.readAllLines(data.resolve("order")))
                    .containsExactly("store", "service", "store", "service");
            assertThat(code.get()).isZero();
        }
    }

    @Test
    void givesUpAStartThatCannotSucceed() throws Exception {
        var folder = new StackFolder(data);
        try (var launcher = new Launcher(data)) {

            int code = new Supervisor(folder).run(launcher, plan("echo no table; exit 1"));

            Status status = folder.readStatus().orElseThrow();
            assertThat(code).isEqualTo(1);
            assertThat(status.phase()).isEqualTo(Status.Phase.FAILED);
            assertThat(status.parts().getLast().failure()).contains("no table");
            assertThat(data.resolve("pids")).isEmptyDirectory();
        }
    }

    private Plan plan(String service) {
        return plan(LIVES, service);
    }

    private Plan plan(String store, String service) {
        return new Plan(
                List.of(
                        new Plan.Part(new Script("store", data, store), Plan.Layer.STORE, "店", Set.of()),
                        new Plan.Part(new Script("service", data, service), Plan.Layer.SERVICE, "务", Set.of("store"))),
                new StackFolder.Addresses(
                        Map.of(), "http://127.0.0.1:2", "http://127.0.0.1:1", "r", true, "k", Map.of()),
                new AuditAccess(Map.of(), "p.", Map.of()),
                true);
    }

    private static Status await(StackFolder folder, Predicate<Status> reached) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(deadline)) {
            var status = folder.readStatus();
            if (status.filter(reached).isPresent()) {
                return status.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("not reached; last: " + folder.readStatus());
    }
}
