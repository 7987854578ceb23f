package cn.mingjian.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Keycloak realm as JSON: a base file, overlays on it, and the clients' secrets, which no file holds. */
public final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode content;

    private Realm(ObjectNode content) {
        this.content = content;
    }

    public static Realm read(InputStream json) throws IOException {
        return new Realm((ObjectNode) JSON.readTree(json));
    }

    /** Objects are merged field by field, lists are joined, anything else is replaced by the overlay's. */
    public Realm with(Realm overlay) {
        return new Realm(merged(content, overlay.content));
    }

    /**
     * The realm for people who sign in at this address, but for portals that the environment gives one of their own; elsewhere Keycloak
     * fills in both from its environment at import.
     */
    public Realm withPortal(String address) throws IOException {
        return new Realm((ObjectNode) JSON.readTree(content.toString().replace("${MINGJIAN_PORTAL}", address)));
    }

    /** Ids of the clients that prove themselves with a secret. */
    public List<String> confidentialClients() {
        var ids = new ArrayList<String>();
        for (JsonNode client : content.path("clients")) {
            if (!client.path("publicClient").asBoolean(false)) {
                ids.add(client.path("clientId").asText());
            }
        }
        return List.copyOf(ids);
    }

    /** The import file with each client's secret in its place. */
    public String withSecrets(Map<String, String> secrets) {
        ObjectNode whole = content.deepCopy();
        for (JsonNode client : whole.path("clients")) {
            String secret = secrets.get(client.path("clientId").asText());
            if (secret != null) {
                ((ObjectNode) client).put("secret", secret);
            }
        }
        return whole.toPrettyString();
    }

    private static ObjectNode merged(ObjectNode base, ObjectNode overlay) {
        ObjectNode result = base.deepCopy();
        overlay.properties().forEach(field -> {
            JsonNode there = result.get(field.getKey());
            result.set(
                    field.getKey(),
                    switch (field.getValue()) {
                        case ObjectNode object when there instanceof ObjectNode old -> merged(old, object);
                        case ArrayNode array
                        when there instanceof ArrayNode old -> old.deepCopy().addAll(array);
                        case JsonNode other -> other;
                    });
        });
        return result;
    }
}
