package cn.mingjian.scoring.score;

import cn.mingjian.platform.number.Figures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The sample evaluation as values: its rubric, weights and sheets, and what they must yield. */
public final class DagangRound {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DagangRound() {}

    /** A line of a CSV file by column. */
    public record Row(Map<String, String> cells) {
        public String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }
    }

    public static JsonNode json(String file) {
        try (InputStream stream = DagangRound.class.getResourceAsStream("/dagang/" + file)) {
            return JSON.readTree(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The rows of a CSV file by column name. */
    public static List<Row> rows(String file) {
        try (InputStream stream = DagangRound.class.getResourceAsStream("/dagang/" + file)) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> columns = Arrays.asList(lines.getFirst().split(",", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> {
                        String[] cells = line.split(",", -1);
                        Map<String, String> row = new HashMap<>();
                        for (int i = 0; i < cells.length; i++) {
                            row.put(columns.get(i), cells[i]);
                        }
                        return new Row(row);
                    })
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static RoundScore.Inputs inputs() {
        return new RoundScore.Inputs(rubric(), weighing(), sheets(), false);
    }

    static Rubric rubric() {
        JsonNode file = json("rubric.json");
        Map<Party, List<Category>> parties = new EnumMap<>(Party.class);
        file.get("parties")
                .properties()
                .forEach(entry -> parties.put(
                        Party.valueOf(entry.getKey()),
                        stream(entry.getValue()).map(DagangRound::category).toList()));
        return new Rubric(file.get("code").asText(), file.get("version").asText(), Rubric.DEFAULT_STEP, parties);
    }

    static Weighing weighing() {
        JsonNode policy = json("opening.json").get("policy");
        Map<Party, Weighing.Share> shares = new EnumMap<>(Party.class);
        policy.get("parties")
                .forEach(party -> shares.put(
                        Party.valueOf(party.get("party").asText()),
                        new Weighing.Share(
                                Figures.parse(party.get("weight").asText()),
                                Aggregation.valueOf(party.get("aggregation").asText()))));
        Grades grades = new Grades(stream(policy.get("grades"))
                .map(grade -> new Grades.Grade(
                        grade.get("grade").asText(),
                        Figures.parse(grade.get("from").asText())))
                .toList());
        return new Weighing(shares, Rounding.valueOf(policy.get("rounding").asText()), grades);
    }

    static Map<Party, List<Sheet>> sheets() {
        Map<String, Map<String, Score>> byEvaluator = new LinkedHashMap<>();
        rows("scores.csv").forEach(row -> byEvaluator
                .computeIfAbsent(row.get("evaluator"), evaluator -> new HashMap<>())
                .put(row.get("item"), Score.parse(row.get("score"))));
        Map<Party, List<Sheet>> sheets = new EnumMap<>(Party.class);
        rows("panel.csv").stream()
                .filter(row -> row.get("recused").equals("false"))
                .forEach(row -> sheets.computeIfAbsent(Party.valueOf(row.get("party")), party -> new ArrayList<>())
                        .add(new Sheet(
                                row.get("evaluator"), 1, byEvaluator.getOrDefault(row.get("evaluator"), Map.of()))));
        return sheets;
    }

    private static Category category(JsonNode node) {
        return new Category(
                node.get("code").asText(),
                node.get("name").asText(),
                stream(node.get("items")).map(DagangRound::item).toList(),
                stream(node.get("categories")).map(DagangRound::category).toList());
    }

    private static Item item(JsonNode node) {
        return new Item(
                node.get("code").asText(),
                node.get("name").asText(),
                Figures.parse(node.get("max").asText()),
                node.get("basis").isNull() ? null : node.get("basis").asText(),
                Item.Kind.valueOf(node.get("kind").asText()),
                null);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
