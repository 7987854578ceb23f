package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that nobody should take: made by hand, or signed by Keycloak itself with claims that its realm would never give. */
final class ForgedTokens implements AutoCloseable {
    static final List<String> AUDIENCES = List.of(
            "mingjian-district",
            "mingjian-indicator",
            "mingjian-staffing",
            "mingjian-scoring",
            "mingjian-report",
            "mingjian-integration");

    private static final String OTHER_REALM = "elsewhere";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Doors doors;
    private final List<String> made = new ArrayList<>();

    ForgedTokens(Doors doors) {
        this.doors = doors;
    }

    /** Signed by the platform's own realm. */
    String signed(List<String> roles, List<String> groups, List<String> audiences, int lifespanSeconds) {
        return signed(doors.realm(), roles, groups, audiences, lifespanSeconds);
    }

    /** Signed by another realm of the same Keycloak, which says the same of its bearer. */
    String ofAnotherRealm(List<String> roles, List<String> groups) {
        ObjectNode realm = Doors.JSON
                .createObjectNode()
                .put("realm", OTHER_REALM)
                .put("enabled", true)
                .put("sslRequired", "none");
        require(doors.keycloak("POST", "/admin/realms", doors.administrator(), realm.toString()));
        made.add("/admin/realms/" + OTHER_REALM);
        return signed(OTHER_REALM, roles, groups, AUDIENCES, 300);
    }

    /** The same claims under a header of one's own, signed with what the realm publishes as if it were a secret. */
    String hmac(String token) throws GeneralSecurityException {
        String key = Doors.json(doors.keycloak("GET", "/realms/" + doors.realm(), doors.administrator(), "")
                        .body())
                .get("public_key")
                .asText();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n";
        String signedPart = part(header(token).put("alg", "HS256")) + "." + token.split("\\.")[1];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return signedPart + "." + BASE64.encodeToString(mac.doFinal(signedPart.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The same claims with no signature, and saying so. */
    static String unsigned(String token) {
        return part(header(token).put("alg", "none")) + "." + token.split("\\.")[1] + ".";
    }

    /** Another place in the claims, under the signature of the old ones. */
    static String tampered(String token) {
        ObjectNode claims = decoded(token.split("\\.")[1]);
        claims.putArray("groups").add("/zengcheng/bureau").add("/nansha/bureau");
        return token.split("\\.")[0] + "." + part(claims) + "." + token.split("\\.")[2];
    }

    static String garbled(String token) {
        int at = token.lastIndexOf('.') + 20;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    static ObjectNode claims(String token) {
        return decoded(token.split("\\.")[1]);
    }

    @Override
    public void close() {
        made.reversed().forEach(path -> doors.keycloak("DELETE", path, doors.administrator(), ""));
    }

    private String signed(String realm, List<String> roles, List<String> groups, List<String> audiences, int lifespan) {
        String id = "stranger-" + UUID.randomUUID();
        String secret = UUID.randomUUID().toString();
        ObjectNode client = Doors.JSON
                .createObjectNode()
                .put("clientId", id)
                .put("secret", secret)
                .put("enabled", true);
        client.put("protocol", "openid-connect").put("publicClient", false).put("serviceAccountsEnabled", true);
        client.putArray("defaultClientScopes");
        client.putObject("attributes").put("access.token.lifespan", String.valueOf(lifespan));
        ArrayNode mappers = client.putArray("protocolMappers");
        mapper(mappers, "oidc-sub-mapper", Map.of());
        hardcoded(mappers, "realm_access.roles", Doors.JSON.valueToTree(roles));
        hardcoded(mappers, "groups", Doors.JSON.valueToTree(groups));
        hardcoded(mappers, "preferred_username", Doors.JSON.valueToTree(id));
        audiences.forEach(
                audience -> mapper(mappers, "oidc-audience-mapper", Map.of("included.custom.audience", audience)));
        HttpResponse<String> created = require(doors.keycloak(
                "POST", "/admin/realms/" + realm + "/clients", doors.administrator(), client.toString()));
        String location = created.headers().firstValue("Location").orElseThrow();
        made.add(location.substring(location.indexOf("/admin/")));
        return doors.tokens(realm, id, secret, Map.of("grant_type", "client_credentials"))
                .get("access_token")
                .asText();
    }

    private static void hardcoded(ArrayNode mappers, String claim, JsonNode value) {
        mapper(
                mappers,
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name",
                        claim,
                        "claim.value",
                        value.isTextual() ? value.asText() : value.toString(),
                        "jsonType.label",
                        value.isTextual() ? "String" : "JSON"));
    }

    private static void mapper(ArrayNode mappers, String kind, Map<String, String> settings) {
        ObjectNode mapper = mappers.addObject()
                .put("name", kind + mappers.size())
                .put("protocol", "openid-connect")
                .put("protocolMapper", kind);
        ObjectNode config = mapper.putObject("config").put("access.token.claim", "true");
        settings.forEach(config::put);
    }

    private static HttpResponse<String> require(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) throw new IllegalStateException(answer.body());
        return answer;
    }

    private static ObjectNode header(String token) {
        return decoded(token.split("\\.")[0]);
    }

    private static ObjectNode decoded(String part) {
        return (ObjectNode) Doors.json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static String part(JsonNode json) {
        return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
