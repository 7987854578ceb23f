package cn.mingjian.acceptance.fault;

import java.time.Duration;
import java.util.List;

/**
 * When an undisturbed evaluation printed its lines.
 *
 * @param lines the time of each from the start of the command, in order
 */
record Timeline(List<Duration> lines) {
    Timeline {
        if (lines.isEmpty()) throw new IllegalArgumentException("nothing was printed");
        lines = List.copyOf(lines);
    }

    Duration total() {
        return lines.getLast();
    }

    /** How many lines had been printed after a part of the total time; part 0 … 1. */
    int linesAt(double part) {
        Duration time = at(part);
        return (int) lines.stream().filter(line -> line.compareTo(time) <= 0).count();
    }

    /** How long after the last line before it a part of the total time is. */
    Duration afterLine(double part) {
        int before = linesAt(part);
        return before == 0 ? at(part) : at(part).minus(lines.get(before - 1));
    }

    private Duration at(double part) {
        return Duration.ofNanos((long) (total().toNanos() * part));
    }
}
