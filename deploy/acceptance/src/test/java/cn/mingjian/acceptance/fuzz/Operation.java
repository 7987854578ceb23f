package cn.mingjian.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One operation as contracts/openapi and contracts/access.yaml promise it.
 *
 * @param body schema of the request's JSON body; missing when it takes none or no JSON
 * @param mediaType of the request's body, empty when it takes none
 * @param components what schemas refer to
 */
public record Operation(
        String service,
        String method,
        String path,
        List<Parameter> parameters,
        JsonNode body,
        String mediaType,
        JsonNode answers,
        JsonNode components,
        List<String> roles) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A parameter beside the path's own. */
    public record Parameter(String name, String in) {}

    /** Every operation of every service, in the files' order. */
    public static List<Operation> all(Path contracts) throws IOException {
        List<Operation> all = new ArrayList<>();
        Map<String, Map<String, List<String>>> access = yaml(contracts.resolve("access.yaml"));
        for (String service : access.keySet()) {
            JsonNode file = JSON.valueToTree(yaml(contracts.resolve("openapi/" + service + ".yaml")));
            file.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(method -> all.add(of(
                            service,
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            method.getValue(),
                            file.get("components"),
                            access.get(service)))));
        }
        return all;
    }

    private static Operation of(
            String service,
            String method,
            String path,
            JsonNode described,
            JsonNode components,
            Map<String, List<String>> access) {
        List<Parameter> parameters = new ArrayList<>();
        described
                .path("parameters")
                .forEach(parameter -> parameters.add(new Parameter(
                        parameter.get("name").asText(), parameter.get("in").asText())));
        JsonNode content = described.path("requestBody").path("content");
        String mediaType = content.isMissingNode() ? "" : content.fieldNames().next();
        return new Operation(
                service,
                method,
                path,
                parameters,
                content.path("application/json").path("schema"),
                mediaType,
                described.path("responses"),
                components,
                access.getOrDefault(method + " " + path, List.of()));
    }

    public boolean isRead() {
        return method.equals("GET");
    }

    /** The schema that the answer's body has to follow, when there is one. */
    Optional<JsonSchema> answer(int status) {
        JsonNode described = answers.path(Integer.toString(status));
        // 201 and 202 answer what 200 does; the files name the one that the code's type gives.
        JsonNode schema = (described.isMissingNode() ? answers.path("200") : described)
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.isMissingNode()) {
            return Optional.empty();
        }
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return Optional.of(JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole));
    }

    /** A schema with its reference followed. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith("#/components/")
                ? components.at(reference.substring("#/components".length()))
                : schema;
    }

    private static <T> T yaml(Path file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    static JsonNode none() {
        return MissingNode.getInstance();
    }

    @Override
    public String toString() {
        return service + " " + method + " " + path;
    }
}
