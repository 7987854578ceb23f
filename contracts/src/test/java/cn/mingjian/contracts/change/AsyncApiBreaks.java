package cn.mingjian.contracts.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What readers of events lose between two versions of asyncapi.yaml: a channel, its address, a message on it, the key that
 * its order holds for, or whoever sends to it. Who receives is everybody's own affair.
 */
final class AsyncApiBreaks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode before;
    private final JsonNode now;
    private final List<String> found = new ArrayList<>();

    private AsyncApiBreaks(JsonNode before, JsonNode now) {
        this.before = before;
        this.now = now;
    }

    static List<String> between(String before, String now) {
        AsyncApiBreaks breaks = new AsyncApiBreaks(read(before), read(now));
        breaks.before.path("channels").propertyStream().forEach(each -> breaks.channel(each.getKey(), each.getValue()));
        breaks.before
                .path("operations")
                .propertyStream()
                .filter(each -> each.getValue().path("action").asText().equals("send"))
                .filter(each -> !breaks.now.path("operations").has(each.getKey()))
                .forEach(each -> breaks.found.add(each.getKey() + " was taken away"));
        return breaks.found;
    }

    private void channel(String name, JsonNode agreed) {
        JsonNode given = now.path("channels").path(name);
        if (given.isMissingNode()) {
            found.add(name + " was taken away");
            return;
        }
        compare(name + ": address", agreed.path("address"), given.path("address"));
        agreed.path("messages").propertyStream().forEach(message -> {
            JsonNode there = given.path("messages").path(message.getKey());
            String at = name + "/" + message.getKey();
            if (there.isMissingNode()) {
                found.add(at + " was taken away");
            } else {
                compare(at + ": x-key", target(before, message.getValue()), target(now, there));
            }
        });
    }

    private void compare(String what, JsonNode agreed, JsonNode given) {
        if (!agreed.equals(given)) {
            found.add("%s was %s and is %s".formatted(what, agreed, given));
        }
    }

    private static JsonNode target(JsonNode document, JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1)).path("x-key");
    }

    private static JsonNode read(String text) {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }
}
