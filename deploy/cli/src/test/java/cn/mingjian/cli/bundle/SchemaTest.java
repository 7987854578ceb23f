package cn.mingjian.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published schemas hold for the bundle that the product carries, and say what the command says. */
class SchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the command says that a value is none of a list. */
    private static final Pattern WORDS = Pattern.compile("“\\?”不在可选值之内（(.+?)）");

    @Test
    void holdForEveryFileOfTheExample() throws IOException {
        Bundle dagang = ((Bundle.Reading.Correct) Bundle.read(Draft.DAGANG)).bundle();
        Map<String, JsonNode> files = Map.of(
                "evaluation", dagang.evaluation(),
                "rubric", dagang.rubric(),
                "claims", dagang.claims(),
                "findings", dagang.findings(),
                "feedback", dagang.feedback(),
                "remediation", dagang.remediation());

        for (Map.Entry<String, JsonNode> file : files.entrySet()) {
            assertThat(schema(file.getKey()).validate(file.getValue()))
                    .as(file.getKey())
                    .isEmpty();
        }
        JsonSchema record = schema("service-record");
        for (String line :
                Files.readAllLines(Draft.DAGANG.resolve(RecordsFile.FILE)).subList(0, 100)) {
            assertThat(record.validate(JSON.readTree(line))).isEmpty();
        }
    }

    /** Whatever a schema refuses the command refuses as well: nobody has to know more than the schema to be right. */
    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "rubric", "claims", "findings", "feedback", "remediation"})
    void theCommandTakesNothingThatASchemaRefuses(String file) throws IOException {
        JsonSchema schema = schema(file);
        JsonNode whole = file(file);
        List<String> taken = new ArrayList<>();
        int refused = 0;

        for (Field field : fields(whole)) {
            for (JsonNode instead : List.of(
                    MissingNode.getInstance(),
                    JSON.createObjectNode(),
                    JSON.createArrayNode(),
                    TextNode.valueOf("?"))) {
                JsonNode changed = field.replaced(whole, instead);
                if (schema.validate(changed).isEmpty()) continue;
                refused++;
                if (faults(file, changed).isEmpty()) taken.add(field + " → " + instead);
            }
        }

        assertThat(refused).isPositive();
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "rubric", "claims", "findings", "feedback", "remediation"})
    void theCommandKnowsTheSameWordsAsASchema(String file) throws IOException {
        JsonSchema schema = schema(file);
        JsonNode whole = file(file);
        Map<Field, Set<String>> listed = new HashMap<>();
        Map<Field, Set<String>> known = new HashMap<>();

        for (Field field : fields(whole)) {
            JsonNode changed = field.replaced(whole, TextNode.valueOf("?"));
            schema.validate(changed).stream()
                    .filter(message -> Set.of("enum", "const").contains(message.getType()))
                    .forEach(message -> {
                        JsonNode words = message.getSchemaNode();
                        listed.put(field, new TreeSet<>(words.isArray() ? Set.of() : Set.of(words.asText())));
                        words.forEach(word -> listed.get(field).add(word.asText()));
                    });
            String faults = String.join("\n", faults(file, changed));
            Matcher words = WORDS.matcher(faults);
            if (words.find())
                known.put(field, new TreeSet<>(List.of(words.group(1).split("、"))));
        }

        assertThat(known).isEqualTo(listed);
    }

    /** Whatever a schema lets one leave out may be left out. */
    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "rubric", "claims", "findings", "feedback", "remediation"})
    void theCommandAsksForNothingThatASchemaDoesNot(String file) throws IOException {
        JsonSchema schema = schema(file);
        JsonNode whole = file(file);
        List<String> asked = new ArrayList<>();

        for (Field field : fields(whole)) {
            JsonNode without = field.replaced(whole, MissingNode.getInstance());
            if (schema.validate(without).isEmpty()) {
                faults(file, without).stream()
                        .filter(fault -> fault.contains(field.name() + ": "))
                        .forEach(fault -> asked.add(field + ": " + fault));
            }
        }

        assertThat(asked).isEmpty();
    }

    /** A key of the tree, by the pointer of what holds it. */
    private record Field(JsonPointer holder, String name) {
        JsonNode replaced(JsonNode whole, JsonNode instead) {
            JsonNode copy = whole.deepCopy();
            ObjectNode object = (ObjectNode) copy.at(holder);
            if (instead.isMissingNode()) object.remove(name);
            else object.set(name, instead);
            return copy;
        }

        @Override
        public String toString() {
            return holder + "/" + name;
        }
    }

    /** Of lists the first entry: the others are like it. */
    private static List<Field> fields(JsonNode whole) {
        List<Field> fields = new ArrayList<>();
        collect(JsonPointer.empty(), whole, fields);
        return fields;
    }

    private static void collect(JsonPointer at, JsonNode node, List<Field> fields) {
        node.propertyStream().forEach(property -> {
            fields.add(new Field(at, property.getKey()));
            collect(at.appendProperty(property.getKey()), property.getValue(), fields);
        });
        if (node.isArray() && !node.isEmpty()) collect(at.appendIndex(0), node.get(0), fields);
    }

    /** A file of the example, as it is written there. */
    private static JsonNode file(String name) throws IOException {
        Object tree = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Draft.DAGANG.resolve(name + ".yaml")));
        return JSON.valueToTree(tree);
    }

    /** What the command says of the example with this in the place of a file: JSON is YAML. */
    private static List<String> faults(String name, JsonNode instead) {
        try (Draft draft = Draft.ofDagang().write(name + ".yaml", instead.toPrettyString())) {
            return draft.faults();
        }
    }

    private static JsonSchema schema(String name) throws IOException {
        String text = Files.readString(Path.of("../../contracts/bundle/%s.schema.json".formatted(name)));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }
}
