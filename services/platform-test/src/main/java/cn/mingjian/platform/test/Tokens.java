package cn.mingjian.platform.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real Keycloak tokens of made-up people and of the machine clients. */
public final class Tokens {

    private static final Map<String, Account> SHARED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token of somebody with this role at this place: {@code of("third-party", "nansha/dagang")}. */
    public static String of(String role, String place) {
        return SHARED.computeIfAbsent(role + "@" + place, _ -> account(role, place))
                .token();
    }

    /** A new person with this role at each of the places. */
    public static Account account(String role, String... places) {
        return Realm.account(role, places);
    }

    /** A token of an account that is there, from the portal of a role. */
    public static String signedIn(String role, String username, String password) {
        return Realm.tokenByPassword("demo-" + role, username, password);
    }

    /** The machine token of a service: {@code service("report")}. */
    public static String service(String name) {
        return client("service-" + name);
    }

    /** The token that creates districts. */
    public static String installer() {
        return client("installer");
    }

    /** The token of a client's own service account. */
    public static String client(String id) {
        return Realm.tokenOfClient(id);
    }
}
