package cn.mingjian.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What processes really cost: proportional set size, in which a page shared by four counts for a quarter in each. */
final class Memory {

    private Memory() {}

    /** Bytes of the process with all its descendants; unknown where the system does not tell. */
    static Optional<Long> ofTree(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> Stream.concat(Stream.of(process), process.descendants())
                .map(each -> ofOne(each.pid()))
                .reduce(Optional.of(0L), (sum, next) -> sum.flatMap(before -> next.map(now -> before + now))));
    }

    /** Bytes of the process alone. */
    static Optional<Long> ofOne(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return ProcessHandle.of(pid).isPresent() ? Optional.empty() : Optional.of(0L);
        }
    }
}
