package cn.mingjian.district.directory;

import cn.mingjian.platform.caller.Place;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Groups and accounts. Everything here may be said again: what is there stays as it is, and what a crash left half done
 * is completed. None of it belongs into a transaction: Keycloak may take its time.
 */
@ApplicationScoped
public class Directory {

    private static final int MOST = 1_000;

    private final DirectoryClient client;

    /** Leaf groups that were seen to carry their role, by path: twenty accounts ask for the same five. */
    private final Map<String, String> rights = new ConcurrentHashMap<>();

    Directory(DirectoryClient client) {
        this.client = client;
    }

    /** Makes the leaf group whose members have the role at the place, with its parents, where any of it is missing. */
    public void ensureRight(Place place, String role) {
        right(place, role);
    }

    /** The account of that name, if there is one. Keycloak knows names in small letters only. */
    public Optional<Account> find(String username) {
        String name = username.toLowerCase(Locale.ROOT);
        String query =
                "exact=true&briefRepresentation=true&username=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return client.get("/users?" + query).stream()
                .flatMap(JsonNode::valueStream)
                .map(user -> new Account(user.path("id").asText(), name, false))
                .findFirst();
    }

    /** The account of that name; a new one has no password and no right, one that is there stays as it is. */
    public Account ensure(String username, String displayName) {
        String name = username.toLowerCase(Locale.ROOT);
        Map<String, Object> user =
                Map.of("username", name, "enabled", true, "attributes", Map.of("displayName", List.of(displayName)));
        return find(name)
                .or(() -> client.create("/users", user).map(id -> new Account(id, name, true)))
                .or(() -> find(name))
                .orElseThrow(() -> DirectoryClient.unavailable("account made and gone: " + name));
    }

    /** Gives an account a right. */
    public void join(Account account, Place place, String role) {
        String known = rights.get(path(place, role));
        if (known == null || !client.ensure("PUT", membership(account, known), Map.of())) {
            String group = right(place, role);
            if (!client.ensure("PUT", membership(account, group), Map.of())) {
                throw DirectoryClient.unavailable("group or account gone: " + path(place, role));
            }
        }
    }

    /** Takes a right back; whatever else the account holds remains. */
    public void leave(Account account, Place place, String role) {
        findGroup(path(place, role)).ifPresent(group -> client.ensure("DELETE", membership(account, group), Map.of()));
    }

    /** Ends every sign-in of an account, wherever it is signed in; portals are told. */
    public void signOut(Account account) {
        if (!client.ensure("POST", "/users/" + account.id() + "/logout", Map.of())) {
            throw DirectoryClient.unavailable("sign-ins not ended of account " + account.id());
        }
    }

    /** Where an account holds what, as leaf groups: {@code /nansha/dagang/operator}. */
    public List<String> rights(Account account) {
        return client.get("/users/" + account.id() + "/groups?max=" + MOST).stream()
                .flatMap(JsonNode::valueStream)
                .map(group -> group.path("path").asText())
                .toList();
    }

    /** The roles that an account holds at a place itself. */
    public List<String> rolesAt(Place place, Account account) {
        String parent = "/" + place.path() + "/";
        return rights(account).stream()
                .filter(right -> right.startsWith(parent))
                .map(right -> right.substring(parent.length()))
                .toList();
    }

    /** Whether whoever the account is for signs in with something that they have chosen themselves. */
    public boolean hasChosenPassword(Account account) {
        String user = "/users/" + account.id();
        boolean canSignIn = client.get(user + "/credentials").stream()
                .flatMap(JsonNode::valueStream)
                .findAny()
                .isPresent();
        return canSignIn
                && client.get(user).stream()
                        .flatMap(found -> found.path("requiredActions").valueStream())
                        .noneMatch(action -> action.asText().equals("UPDATE_PASSWORD"));
    }

    /** Gives an account a password that has to be changed at the next sign-in. */
    public void setFirstPassword(Account account, String password) {
        Map<String, Object> credential = Map.of("type", "password", "value", password, "temporary", true);
        if (!client.ensure("PUT", "/users/" + account.id() + "/reset-password", credential)) {
            throw DirectoryClient.unavailable("password not taken for account " + account.id());
        }
    }

    /** Ids of the accounts that hold a role at a station, or in its district. */
    public List<String> holders(String role, Place station) {
        return Stream.of(Place.district(station.district()), station)
                .flatMap(place -> findGroup(path(place, role)).stream())
                .flatMap(group ->
                        client.get("/groups/" + group + "/members?briefRepresentation=true&max=" + MOST).stream())
                .flatMap(JsonNode::valueStream)
                .map(member -> member.path("id").asText())
                .distinct()
                .toList();
    }

    /** Who holds a role at a station itself, by name; none at a station that nobody has a role at. */
    public List<Member> members(String role, Place station) {
        return findGroup(path(station, role)).stream()
                .flatMap(group ->
                        client.get("/groups/" + group + "/members?briefRepresentation=false&max=" + MOST).stream())
                .flatMap(JsonNode::valueStream)
                .map(member -> new Member(
                        member.path("id").asText(),
                        member.path("username").asText(),
                        member.at("/attributes/displayName/0").asText(null)))
                .sorted(Comparator.comparing(Member::username))
                .toList();
    }

    private String right(Place place, String role) {
        String path = path(place, role);
        String group = group(path);
        String roles = "/groups/" + group + "/role-mappings/realm";
        if (!carries(roles, role) && !client.ensure("POST", roles, List.of(realmRole(role))) && !carries(roles, role)) {
            throw DirectoryClient.unavailable("role not given to group " + path);
        }
        rights.put(path, group);
        return group;
    }

    private boolean carries(String roles, String role) {
        return client.get(roles).stream()
                .flatMap(JsonNode::valueStream)
                .anyMatch(carried -> carried.path("name").asText().equals(role));
    }

    private JsonNode realmRole(String role) {
        return client.get("/roles/" + role)
                .orElseThrow(() -> DirectoryClient.unavailable("realm without role " + role));
    }

    private String group(String path) {
        Optional<String> known = findGroup(path);
        if (known.isPresent()) {
            return known.get();
        }
        int slash = path.lastIndexOf('/');
        String parent = slash < 0 ? "/groups" : "/groups/" + group(path.substring(0, slash)) + "/children";
        // Nothing was made when somebody else made the same in this moment: then it is there now.
        return client.create(parent, Map.of("name", path.substring(slash + 1)))
                .or(() -> findGroup(path))
                .orElseThrow(() -> DirectoryClient.unavailable("group made and gone: " + path));
    }

    private Optional<String> findGroup(String path) {
        return client.get("/group-by-path/" + path)
                .map(group -> group.path("id").asText());
    }

    private static String path(Place place, String role) {
        return place.path() + "/" + role;
    }

    private static String membership(Account account, String group) {
        return "/users/" + account.id() + "/groups/" + group;
    }
}
