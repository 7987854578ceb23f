package cn.mingjian.scoring.visit;

import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Fields;
import java.util.List;

/**
 * A draw, as sent and kept.
 *
 * @param population the codes of all files, each once; numbers, never names
 * @param seed what the draw follows from; when it is not sent, one is made
 */
public record SampleDocument(String title, List<String> population, Integer size, String seed) {

    private static final int MOST = 50_000;

    /** Ends the request with everything that is wrong with it. */
    void check() {
        Fields fields = new Fields();
        fields.text("/title", title);
        fields.each("/population", population, (at, code) -> fields.value(at, code, Form.WORKER)
                .ifPresent(file -> fields.once("/population", at, file)));
        int all = population == null ? MOST : population.size();
        if (all > MOST) {
            fields.wrong("/population", "最多 " + MOST + " 份");
        }
        fields.integer("/size", size, 1, MOST)
                .filter(wanted -> wanted > all)
                .ifPresent(wanted ->
                        fields.wrong(VisitProblem.SAMPLE_TOO_LARGE, "/size", "总体 " + all + " 份，抽取 " + wanted + " 份"));
        if (seed != null) {
            fields.value("/seed", seed, Form.SEGMENT);
        }
        fields.refuse();
    }

    SampleDocument with(String drawn) {
        return new SampleDocument(title, population, size, drawn);
    }

    List<String> sample() {
        return Sampling.draw(population, size, seed);
    }
}
