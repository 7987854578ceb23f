package cn.mingjian.scoring.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final List<String> FILES =
            IntStream.rangeClosed(1, 40).mapToObj(number -> "C" + number).toList();

    @Test
    void drawsTheSameForEver() {
        // printf '2024\nC1' | sha256sum, and so on for each: whoever doubts the draw repeats it.
        assertThat(Sampling.draw(List.of("C1", "C2", "C3", "C4"), 2, "2024")).containsExactly("C1", "C4");
    }

    @Property
    void drawsWithoutRepetitionWhateverTheOrderOfThePopulation(
            @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long shuffle, @ForAll String seed) {
        List<String> shuffled = new ArrayList<>(FILES);
        Collections.shuffle(shuffled, new Random(shuffle));

        List<String> drawn = Sampling.draw(shuffled, size, seed);

        assertThat(drawn).hasSize(size).doesNotHaveDuplicates().isSubsetOf(FILES);
        assertThat(drawn).isEqualTo(Sampling.draw(FILES, size, seed));
    }

    @Test
    void prefersNoFile() {
        Map<String, Integer> drawn = new HashMap<>();
        for (int seed = 0; seed < 4_000; seed++) {
            Sampling.draw(FILES, 10, Integer.toString(seed)).forEach(file -> drawn.merge(file, 1, Integer::sum));
        }

        // A quarter of 4,000 each; six standard deviations are 164.
        assertThat(drawn.values()).allMatch(times -> Math.abs(times - 1_000) < 164);
    }
}
