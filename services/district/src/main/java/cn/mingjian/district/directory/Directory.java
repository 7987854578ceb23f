package cn.mingjian.district.directory;

import cn.mingjian.platform.caller.Place;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Groups and accounts. Everything here may be said again: what is there stays as it is. */
@ApplicationScoped
public class Directory {
    private final DirectoryClient client;

    Directory(DirectoryClient client) {
        this.client = client;
    }

    /** The leaf group whose members have the role at the place, made with its parents when it is missing. */
    public String right(Place place, String role) {
        String group = group(place.path() + "/" + role);
        JsonNode realmRole = client.get("/roles/" + role).orElseThrow();
        client.assure("POST", "/groups/" + group + "/role-mappings/realm", List.of(realmRole));
        return group;
    }

    /** The account of that name, if there is one. */
    public Optional<Account> account(String username) {
        String name = username.toLowerCase(Locale.ROOT);
        return client.get("/users?exact=true&username=" + URLEncoder.encode(name, StandardCharsets.UTF_8)).stream()
                .flatMap(users -> users.valueStream())
                .map(user -> new Account(user.path("id").asText(), name, false))
                .findFirst();
    }

    /** The account of that name; a new one has no password and no right. */
    public Account assure(String username, String displayName) {
        Optional<Account> there = account(username);
        if (there.isPresent()) {
            return there.get();
        }
        String name = username.toLowerCase(Locale.ROOT);
        Map<String, Object> user =
                Map.of("username", name, "enabled", true, "attributes", Map.of("displayName", List.of(displayName)));
        return client.create("/users", user)
                .map(id -> new Account(id, name, true))
                .or(() -> account(name))
                .orElseThrow();
    }

    /** Gives an account a right. */
    public void join(Account account, Place place, String role) {
        String group = find(place.path() + "/" + role).orElseGet(() -> right(place, role));
        client.assure("PUT", "/users/" + account.id() + "/groups/" + group, Map.of());
    }

    private String group(String path) {
        Optional<String> known = find(path);
        if (known.isPresent()) {
            return known.get();
        }
        int slash = path.lastIndexOf('/');
        String parent = slash < 0 ? "/groups" : "/groups/" + group(path.substring(0, slash)) + "/children";
        return client.create(parent, Map.of("name", path.substring(slash + 1)))
                .or(() -> find(path))
                .orElseThrow();
    }

    private Optional<String> find(String path) {
        return client.get("/group-by-path/" + path)
                .map(group -> group.path("id").asText());
    }
}
