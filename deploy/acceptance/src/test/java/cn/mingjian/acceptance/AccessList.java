package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
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

        /** What follows the thing that the path begins with: {@code /sheets/{evaluator}}. */
        String tail() {
            return path.replaceFirst(
                    "^/v1/(evaluations/\\{evaluation}|districts/\\{district}(/stations/\\{station})?)", "");
        }

        @Override
        public String toString() {
            return service + " " + method + " " + path;
        }
    }

    private final Map<String, Map<String, List<String>>> listed;
    private final Map<String, JsonNode> described = new TreeMap<>();

    AccessList() {
        listed = yaml("contracts/access.yaml");
        listed.keySet()
                .forEach(service ->
                        described.put(service, JSON.valueToTree(yaml("contracts/openapi/" + service + ".yaml"))));
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
        return new TreeSet<>(listed.get(operation.service()).get(operation.method() + " " + operation.path()));
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

    /** What is wrong with a body as the answer to an operation; null where the file says nothing of it. */
    Set<String> faults(Operation operation, JsonNode body) {
        JsonNode file = described.get(operation.service());
        JsonNode answer =
                file.at("/paths").path(operation.path()).path(operation.method().toLowerCase(Locale.ROOT));
        JsonNode schema = answer.path("responses").findPath("application/json").path("schema");
        if (schema.isMissingNode()) {
            return Set.of("no schema");
        }
        ObjectNode whole = schema.deepCopy();
        whole.set("components", file.get("components"));
        Set<String> faults = new TreeSet<>();
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(whole)
                .validate(withoutNulls(body))
                .forEach(fault -> faults.add(fault.getMessage()));
        return faults;
    }

    /** What is unknown may be said as null or not at all; the files leave both open. */
    private static JsonNode withoutNulls(JsonNode body) {
        JsonNode copy = body.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        node.forEach(AccessList::strip);
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
