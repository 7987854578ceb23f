package cn.mingjian.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the commands say to the person who typed them. */
final class Console {

    private static final Duration REMINDER = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Set<String> told = new HashSet<>();
    private long remindedMillis;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String format, Object... arguments) {
        out.println(format.formatted(arguments));
    }

    /** Says once of each part that it answers, and now and then what is still waited for. */
    void progress(Status status, long millis) {
        for (var part : status.parts()) {
            if (part.state() == Status.State.READY && told.add(part.name())) {
                say("  ✓ %s  %s 秒", part.title(), seconds(part.millis()));
            }
            if (part.restarts() > 0 && told.add(part.name() + part.restarts())) {
                say("  ! %s 退出后重新启动（第 %d 次）", part.title(), part.restarts());
            }
        }
        if (status.phase() == Status.Phase.STARTING && millis - remindedMillis >= REMINDER.toMillis()) {
            remindedMillis = millis;
            say("  … 已等待 %d 秒，还在等：%s", millis / 1000, waitedFor(status));
        }
    }

    /** Names each part that failed with its reason, which ends in its log's tail. */
    void failure(Status status, StackFolder folder) {
        for (var part : status.parts()) {
            if (part.state() == Status.State.FAILED) {
                say("✗ %s 未能启动。日志：%s", part.title(), folder.log(part.name()));
                say("%s", part.failure().indent(4).stripTrailing());
            }
        }
    }

    void summary(Status status, StackFolder folder) throws IOException {
        say("");
        say("平台已就绪，%s %s 秒。", status.cold() ? "首次启动（含初始化）用时" : "启动用时", seconds(status.millis()));
        memory(status);
        folder.addresses().ifPresent(addresses -> {
            say("地址：");
            say("  Keycloak  %s（领域 %s）", addresses.keycloak(), addresses.realm());
            status.parts().forEach(part -> addresses
                    .service(part.name())
                    .ifPresent(address -> say("  %s  %s", part.title(), address)));
        });
        say("数据与日志：%s", folder.path());
    }

    /** One line a process and the sum. */
    void memory(Status status) {
        say("内存（PSS，MiB）：");
        var sizes = new ArrayList<Optional<Long>>();
        for (var part : status.parts()) {
            Optional<Long> size = part.pid() == 0 ? Optional.of(0L) : Memory.ofTree(part.pid());
            say("  %s  %s  %s%s", mebibytes(size), part.title(), part.state().title(), restarts(part));
            sizes.add(size);
        }
        Optional<Long> supervisor = Memory.ofOne(status.supervisor());
        say("  %s  看护进程", mebibytes(supervisor));
        sizes.add(supervisor);
        Optional<Long> sum =
                sizes.stream().reduce(Optional.of(0L), (left, right) -> left.flatMap(l -> right.map(r -> l + r)));
        say("  %s  合计", mebibytes(sum));
    }

    private static String restarts(Status.PartStatus part) {
        return part.restarts() == 0 ? "" : "，已重新启动 " + part.restarts() + " 次";
    }

    private static String waitedFor(Status status) {
        return status.parts().stream()
                .filter(part -> part.state() != Status.State.READY)
                .map(part -> part.title() + "（" + part.state().title() + "）")
                .collect(Collectors.joining("、"));
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    private static String mebibytes(Optional<Long> bytes) {
        return bytes.map(known -> String.format(Locale.ROOT, "%5d", known / (1024 * 1024)))
                .orElse("    ?");
    }

    static String tail(Path log) {
        try {
            return Boot.tail(log);
        } catch (IOException e) {
            return "";
        }
    }
}
