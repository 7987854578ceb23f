package cn.mingjian.acceptance;

import cn.mingjian.acceptance.AccessList.Operation;
import cn.mingjian.contracts.openapi.Bodies;
import cn.mingjian.contracts.openapi.Yaml;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What was sent and answered, as examples for the OpenAPI files: {@code -Dexamples.update} writes contracts/examples anew. */
final class ShownExamples {
    private static final Path FOLDER = RunningPlatform.ROOT.resolve("contracts/examples");

    private final AccessList access;
    private final Map<String, Map<String, Map<String, Object>>> shown = new TreeMap<>();

    ShownExamples(AccessList access) {
        this.access = access;
    }

    /** Takes a request and its answer as the operation's example unless it has one. */
    void add(Operation operation, Request request, JsonNode answer) {
        Map<String, Map<String, Object>> service = shown.computeIfAbsent(operation.service(), _ -> new TreeMap<>());
        if (service.containsKey(operation.name())) return;
        Bodies bodies = access.bodies(operation);
        Map<String, Object> example = new LinkedHashMap<>();
        bodies.requests(operation.name())
                .forEach(form -> example.put("request", plain(bodies.example(form, Doors.json(request.body())))));
        bodies.answers(operation.name()).forEach(form -> example.put("answer", plain(bodies.example(form, answer))));
        if (!example.isEmpty()) service.put(operation.name(), example);
    }

    void writeIfWanted() throws IOException {
        if (!Boolean.getBoolean("examples.update")) return;
        for (var service : shown.entrySet()) {
            Yaml.write(service.getValue(), FOLDER.resolve(service.getKey() + ".yaml"));
        }
    }

    private static Object plain(JsonNode node) {
        return node instanceof ObjectNode
                ? Doors.JSON.convertValue(node, new TypeReference<LinkedHashMap<String, Object>>() {})
                : Doors.JSON.convertValue(node, Object.class);
    }
}
