package cn.mingjian.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** asyncapi.yaml against the code that publishes and listens. */
class AsyncApiTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CONTRACTS = ROOT.resolve("contracts");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TYPE = Pattern.compile("\"cn\\.mingjian\\.([a-z]+)\\.([A-Z][A-Za-z]+)\\.v1\"");
    private static final Pattern LISTENED =
            Pattern.compile("\"((?:district|scoring|indicator|staffing|integration|report)\\.[a-z]+)\"");

    private final JsonNode document = asyncapi();

    @Test
    void everyTypeInTheCodeIsAMessage() throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path source : sources())
            TYPE.matcher(Files.readString(source))
                    .results()
                    .map(MatchResult::group)
                    .map(text -> text.replace("\"", ""))
                    .forEach(types::add);

        assertThat(types).isNotEmpty();
        assertThat(messages().values().stream()
                        .map(message -> message.get("name").asText())
                        .toList())
                .containsAll(types);
    }

    @Test
    void everyListenerIsAReceiveOperation() throws IOException {
        Set<String> heard = new TreeSet<>();
        for (Path source : sources()) {
            if (!source.toString().contains("Listener")) continue;
            String service =
                    ROOT.resolve("services").relativize(source).getName(0).toString();
            LISTENED.matcher(Files.readString(source))
                    .results()
                    .forEach(topic -> heard.add(service + ".receives." + topic.group(1)));
        }
        Set<String> described = new TreeSet<>();
        document.get("operations").fieldNames().forEachRemaining(described::add);
        described.removeIf(name -> !name.contains(".receives."));

        assertThat(described).isEqualTo(heard);
    }

    @Test
    void channelsAndOperationsReferToWhatIsThere() {
        List<String> references = document.findValuesAsText("$ref").stream()
                .filter(reference -> reference.startsWith("#/"))
                .toList();

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .isFalse());
        document.get("channels").properties().forEach(channel -> assertThat(
                        channel.getValue().get("address").asText())
                .isEqualTo("mingjian." + channel.getKey()));
    }

    private Map<String, JsonNode> messages() {
        return document.at("/components/messages").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("services"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("src/main/java"))
                    .filter(file -> !file.startsWith(ROOT.resolve("services/platform"))
                            && !file.startsWith(ROOT.resolve("services/platform-test")))
                    .toList();
        }
    }

    private static JsonNode asyncapi() {
        try {
            String text = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(new StringReader(text));
            return JSON.valueToTree(tree);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
