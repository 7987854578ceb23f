package cn.mingjian.cli.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evaluation cannot go on: the platform refused, cannot be reached, or holds something else. Running again resumes. */
public final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> lines;

    public Halt(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    public Halt(String format, @Nullable Object... arguments) {
        this(List.of(format.formatted(arguments)));
    }

    /** What to tell the user, line by line. */
    public List<String> lines() {
        return lines;
    }
}
