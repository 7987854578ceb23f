package cn.mingjian.cli.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A running platform: where its services, its portals and its Keycloak are, and the secrets of the clients that a demo has. */
public record Installation(Map<String, URI> services, URI portal, URI realm, URI admin, Map<String, String> clients) {

    /** Reads the file that a running platform keeps in its data folder. */
    public static Installation read(Path data) {
        Path file = data.resolve("stack.json");
        if (!Files.exists(file)) {
            throw new Halt("平台没有启动（找不到 %s）。请先运行 scripts/up。", file);
        }
        try {
            return of(new ObjectMapper().readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new Halt("无法读取 %s：%s", file, e.getMessage());
        }
    }

    private static Installation of(JsonNode stack) {
        if (!stack.path("demo").asBoolean(false)) {
            throw new Halt("这个平台不是演示环境：只有在演示环境里才能替各方登录。没有提交任何数据。");
        }
        Map<String, URI> services = new HashMap<>();
        stack.path("services")
                .properties()
                .forEach(s -> services.put(s.getKey(), URI.create(s.getValue().asText())));
        Map<String, String> clients = new HashMap<>();
        stack.path("clients")
                .properties()
                .forEach(c -> clients.put(c.getKey(), c.getValue().asText()));
        String keycloak = stack.path("keycloak").asText();
        String realm = stack.path("realm").asText();
        return new Installation(
                services,
                URI.create(stack.path("portal").asText()),
                URI.create(keycloak + "/realms/" + realm),
                URI.create(keycloak + "/admin/realms/" + realm),
                clients);
    }

    URI service(String name) {
        URI base = services.get(name);
        if (base == null) {
            throw new Halt("平台没有运行 %s 服务。", name);
        }
        return base;
    }

    String secret(String client) {
        String secret = clients.get(client);
        if (secret == null) {
            throw new Halt("平台没有客户端 %s。", client);
        }
        return secret;
    }
}
