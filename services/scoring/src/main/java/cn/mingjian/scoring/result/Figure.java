package cn.mingjian.scoring.result;

import java.util.List;

/**
 * Why a figure is what it is.
 *
 * @param formula how it comes about, in words
 * @param exact numerator/denominator; null for a grade and for what is unknown
 * @param printed as it prints; null when unknown
 * @param inputs what went into it; an input with an id can be asked for in turn
 * @param resultVersion the result it belongs to
 */
public record Figure(
        String figure, String formula, String exact, String printed, List<Input> inputs, int resultVersion) {

    /**
     * One input.
     *
     * @param figure its own id, or null
     * @param name what it is
     * @param version of the document it comes from, or null
     */
    public record Input(String figure, String name, String value, Integer version) {}
}
