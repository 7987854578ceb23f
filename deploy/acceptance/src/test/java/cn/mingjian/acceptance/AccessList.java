package cn.mingjian.acceptance;

import cn.mingjian.contracts.openapi.Bodies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** contracts/access.yaml, and beside it what the services' OpenAPI files say of the same operations. */
final class AccessList {
    static final String ANONYMOUS = "anonymous";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** An operation of a service, as both files name it. */
    record Operation(String service, String method, String path) {
        boolean reads() {
            return method.equals("GET");
        }

        /** Whether it is about nothing but the calling account itself: nobody is refused its own. */
        boolean ofCaller() {
            return !path.contains("{");
        }

        /** Whether it answers with a file: a report, a rubric, records. */
        boolean givesFile() {
            return reads() && FILES.matcher(path).find();
        }

        /** What follows the thing that the path begins with: {@code /sheets/{evaluator}}. */
        String tail() {
            return path.replaceFirst(
                    "^/v1/(evaluations/\\{evaluation}|districts/\\{district}(/stations/\\{station})?)", "");
        }

        /** As its service's own files name it. */
        String name() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return service + " " + name();
        }
    }

    static final Pattern FILES =
            Pattern.compile("\\{file}$|/rubric\\.(yaml|xlsx)$|/board\\.xlsx$|/service-records$|/\\{digest}$");

    private final Map<String, Map<String, List<String>>> listed;
    private final Map<String, JsonNode> described = new TreeMap<>();
    private final Map<String, Bodies> bodies = new TreeMap<>();

    AccessList() {
        listed = yaml("contracts/access.yaml");
        listed.keySet()
                .forEach(service ->
                        described.put(service, JSON.valueToTree(yaml("contracts/openapi/" + service + ".yaml"))));
    }

    /** Names of the query parameters that an operation knows. */
    Set<String> queryParameters(Operation operation) {
        return described
                .get(operation.service())
                .path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        listed.forEach((service, operations) -> operations.keySet().forEach(operation -> {
            String[] parts = operation.split(" ", 2);
            all.add(new Operation(service, parts[0], parts[1]));
        }));
        return all;
    }

    /** Who may call it, as the list says. */
    Set<String> roles(Operation operation) {
        return new TreeSet<>(listed.get(operation.service()).get(operation.name()));
    }

    /** What the code says of every operation: the scopes in the OpenAPI files, which are made from it. */
    Map<String, Set<String>> described() {
        Map<String, Set<String>> all = new TreeMap<>();
        described.forEach((service, file) -> file.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        Set<String> scopes = new TreeSet<>();
                        method.getValue()
                                .path("security")
                                .findValues("SecurityScheme")
                                .forEach(required -> required.forEach(scope -> scopes.add(scope.asText())));
                        all.put(
                                service + " " + method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                scopes.isEmpty() ? Set.of(ANONYMOUS) : scopes);
                    }
                })));
        return all;
    }

    /** What the services' OpenAPI files say of the bodies of their operations. */
    Bodies bodies(Operation operation) {
        return bodies.computeIfAbsent(
                operation.service(),
                service -> Bodies.in(RunningPlatform.ROOT.resolve("contracts/openapi/" + service + ".yaml")));
    }

    private static <T> T yaml(String file) {
        try {
            String text = Files.readString(RunningPlatform.ROOT.resolve(file));
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
