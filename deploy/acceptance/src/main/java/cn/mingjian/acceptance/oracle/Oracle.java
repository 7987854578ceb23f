package cn.mingjian.acceptance.oracle;

import cn.mingjian.acceptance.oracle.BundleFiles.Tree;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a correct bundle and says what result.json must be. */
public final class Oracle {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BundleFiles bundle;
    private final Tree evaluation;
    private final Optional<Records> records;
    private final Indicators indicators;
    private final Staffing staffing;
    private final Discrepancies discrepancies;

    public Oracle(Path folder) {
        bundle = new BundleFiles(folder);
        evaluation = bundle.yaml("evaluation.yaml");
        Tree evidence = evaluation.at("evaluation", "evidence");
        Window window = new Window(
                LocalDate.parse(evidence.at("from").text()),
                LocalDate.parse(evidence.at("to").text()));
        records = Optional.of("service-records.ndjson")
                .filter(bundle::has)
                .map(file -> new Records(bundle.lines(file), window));
        indicators = new Indicators(bundle, records);
        staffing = new Staffing(bundle, evaluation, window);
        discrepancies = new Discrepancies(indicators, staffing);
    }

    /** Prints the result of the bundle in the named folder. */
    public static void main(String... folder) {
        System.out.println(new Oracle(Path.of(folder[0])).result().toPrettyString());
    }

    /** The whole result in the form of result.json. */
    public ObjectNode result() {
        ObjectNode result = JSON.createObjectNode();
        indicators
                .rows()
                .forEach(row -> indicator(result.withArray("/indicators").addObject(), row));
        result.put("indicatorsExceeded", indicators.exceeded());
        staffing(result.putObject("staffing"));
        result.set("reviewBacklog", JSON.valueToTree(backlog()));
        var list = result.putArray("discrepancies");
        for (var discrepancy : discrepancies.of(bundle))
            put(
                    list.addObject()
                            .put("rule", discrepancy.rule())
                            .put("subject", discrepancy.subject())
                            .put("left", discrepancy.left()),
                    "right",
                    discrepancy.right());
        score(result.putObject("score"), new Scores(bundle, evaluation));
        return result;
    }

    /** What a claim can be about. */
    public List<String> subjects() {
        return discrepancies.subjects();
    }

    /** The figure of a claim's subject with so many decimals, where it is known. */
    public Optional<String> figure(String subject, int decimals) {
        return discrepancies.figure(subject).map(figure -> figure.exact().printed(decimals));
    }

    private @Nullable Long backlog() {
        LocalDate onSite = LocalDate.parse(evaluation.at("evaluation", "onSite").text());
        long days = Long.parseLong(evaluation.at("records", "reviewWithinDays").text());
        return records.map(all -> all.backlog(onSite, days)).orElse(null);
    }

    private static void indicator(ObjectNode json, Indicators.Row row) {
        json.put("indicator", row.indicator());
        put(json, "area", row.area());
        put(json, "agreed", row.agreed().map(Ratio::plain));
        put(json, "completed", row.completed().map(done -> row.rated() ? done.printed(2) : done.plain()));
        put(json, "recorded", row.recorded().map(Ratio::plain));
        put(json, "rate", row.rate().map(rate -> rate.printed(2)));
        put(json, "status", row.status());
    }

    private void staffing(ObjectNode json) {
        json.put("headcount", staffing.headcount());
        json.put("certified", staffing.certified());
        put(json, "certifiedRate", staffing.certifiedRate().map(rate -> rate.printed(2)));
        json.put("experienced", staffing.experienced());
        put(json, "experiencedRate", staffing.experiencedRate().map(rate -> rate.printed(2)));
        json.put("personMonths", staffing.personMonths().plain());
        json.put("certifiedPersonMonths", staffing.certifiedPersonMonths().plain());
        json.put("experiencedPersonMonths", staffing.experiencedPersonMonths().plain());
        json.put("averageHeadcount", staffing.averageHeadcount().printed(2));
        json.put("leavers", staffing.leavers());
        json.put("retentionFormula", staffing.formula);
        ObjectNode retention = json.putObject("retention");
        for (String formula : Staffing.FORMULAS)
            put(retention, formula, staffing.retention(formula).map(rate -> rate.printed(2)));
    }

    private static void score(ObjectNode json, Scores scores) {
        for (Scores.Party party : scores.parties()) {
            ObjectNode row = json.withArray("/parties").addObject();
            row.put("party", party.code());
            row.put("weight", party.weight().plain());
            row.put("raw", party.raw().printed(2));
            row.put("weighted", party.weighted().printed(2));
            for (Scores.Category category : party.categories())
                row.withArray("/categories")
                        .addObject()
                        .put("category", category.code())
                        .put("score", category.score().printed(2))
                        .put("max", category.max().plain());
        }
        json.put("total", scores.total().printed(2));
        json.put("grade", scores.grade());
    }

    private static void put(ObjectNode json, String field, Optional<String> value) {
        json.put(field, value.orElse(null));
    }
}
