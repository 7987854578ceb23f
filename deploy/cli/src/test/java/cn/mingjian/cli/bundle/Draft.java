package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the Dagang bundle (with a few records only) that a test changes before it is read. */
final class Draft implements AutoCloseable {
    static final Path DAGANG = Path.of("../demo/dagang");

    private final Path folder;

    private Draft(Path folder) {
        this.folder = folder;
    }

    static Draft ofDagang() {
        try {
            Path folder = Files.createTempDirectory("bundle");
            try (Stream<Path> files = Files.list(DAGANG)) {
                for (Path file : files.toList()) {
                    if (!file.endsWith(RecordsFile.FILE)) {
                        Files.copy(file, folder.resolve(file.getFileName()));
                    }
                }
            }
            try (Stream<String> lines = Files.lines(DAGANG.resolve(RecordsFile.FILE))) {
                Files.write(folder.resolve(RecordsFile.FILE), lines.limit(20).toList());
            }
            return new Draft(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    List<String> lines(String file) {
        return new ArrayList<>(text(file).lines().toList());
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts other words in the place of words that the file has exactly once. */
    Draft replace(String file, String words, String others) {
        String text = text(file);
        assertThat(text.split(java.util.regex.Pattern.quote(words), -1))
                .as("%s has “%s” once", file, words)
                .hasSize(2);
        return write(file, text.replace(words, others));
    }

    Draft append(String file, String line) {
        return write(file, text(file) + line + "\n");
    }

    Draft write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    Draft write(String file, byte[] bytes) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.write(target, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Draft delete(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> faults() {
        return switch (Bundle.read(folder)) {
            case Bundle.Reading.Correct correct -> List.of();
            case Bundle.Reading.Wrong wrong ->
                wrong.faults().stream().map(Fault::toString).toList();
        };
    }

    /** The faults as file:line:field, in their order. */
    List<String> places() {
        return faults().stream()
                .map(fault -> fault.replaceFirst(": ", ":").replaceFirst("(?s): .*", ""))
                .toList();
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
