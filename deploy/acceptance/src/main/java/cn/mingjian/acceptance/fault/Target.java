package cn.mingjian.acceptance.fault;

import java.util.List;

/**
 * Whom a moment kills.
 *
 * @param processes names of the stack, or {@link #COMMAND} by itself; several die together, and one that is named twice dies
 *     again while it recovers
 */
public record Target(List<String> processes) {
    /** The evaluate command itself. */
    static final String COMMAND = "evaluate";

    public Target {
        if (processes.isEmpty() || processes.size() > 1 && processes.contains(COMMAND))
            throw new IllegalArgumentException("processes of the stack, or the command by itself: " + processes);
        processes = List.copyOf(processes);
    }

    public static Target of(String... processes) {
        return new Target(List.of(processes));
    }

    boolean isCommand() {
        return processes.contains(COMMAND);
    }

    /** Joined by a plus: {@code kafka+scoring}. */
    @Override
    public String toString() {
        return String.join("+", processes);
    }
}
