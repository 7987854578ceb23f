package cn.mingjian.acceptance.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Processes killed at one moment of an evaluation. The moment is told by what the command has printed, so that it is the
 * same point of the evaluation on a machine of another speed.
 *
 * @param number from 1
 * @param target whom it kills
 * @param lines how many lines the command has printed by then, 0 while it starts
 * @param after how long after the last of them, at most until the next one
 */
public record Moment(int number, Target target, int lines, Duration after) {
    /** Moments over all targets in turn, each target's spread evenly over the evaluation, in a drawn order. */
    static List<Moment> draw(long seed, int count, List<Target> targets, Timeline timeline) {
        Random random = new Random(seed);
        int rounds = (count + targets.size() - 1) / targets.size();
        List<List<Double>> parts = new ArrayList<>();
        for (Target _ : targets) {
            List<Double> own = new ArrayList<>();
            for (int stratum = 0; stratum < rounds; stratum++) own.add((stratum + random.nextDouble()) / rounds);
            Collections.shuffle(own, random);
            parts.add(own);
        }
        List<Moment> moments = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            int target = (number - 1) % targets.size();
            double part = parts.get(target).get((number - 1) / targets.size());
            moments.add(new Moment(number, targets.get(target), timeline.linesAt(part), timeline.afterLine(part)));
        }
        return moments;
    }

    /** In words: {@code 第 7 行后 0.8 秒}. */
    String told() {
        return "第 %d 行后 %.1f 秒".formatted(lines, after.toMillis() / 1000.0);
    }
}
