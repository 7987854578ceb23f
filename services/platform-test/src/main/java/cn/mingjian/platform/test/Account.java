package cn.mingjian.platform.test;

/** A person made up for a test, with a password in the test realm. */
public final class Account {

    private final String id;
    private final String username;
    private final String password;
    private final String role;

    Account(String id, String username, String password, String role) {
        this.id = id;
        this.username = username;
        this.password = password;
        this.role = role;
    }

    /** Keycloak's id: the token's subject. */
    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    /** An access token as this person's portal has it: carrying the one role of that portal. */
    public String token() {
        return token(role);
    }

    /** An access token of another portal, which carries only that portal's role, if the person holds it. */
    public String token(String portalRole) {
        return Tokens.signedIn(portalRole, username, password);
    }
}
