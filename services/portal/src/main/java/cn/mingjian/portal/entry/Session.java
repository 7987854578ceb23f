package cn.mingjian.portal.entry;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is signed in at the entry of the current request. */
@RequestScoped
public class Session {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Session(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** Whether the account holds the entry's role; the entry's client gives it no other. */
    public boolean mayEnter(Portal portal) {
        return identity.hasRole(portal.role());
    }

    public String username() {
        return identity.getPrincipal().getName();
    }

    /** The account's id, as the services know it. */
    public String account() {
        return token.getSubject();
    }

    /** Where the account holds the entry's role: {@code nansha} or {@code nansha/dagang}, in order. */
    public List<String> places(Portal portal) {
        Set<String> groups = token.getGroups() == null ? Set.of() : token.getGroups();
        String leaf = "/" + portal.role();
        return groups.stream()
                .filter(group -> group.startsWith("/") && group.endsWith(leaf) && group.length() > leaf.length())
                .map(group -> group.substring(1, group.length() - leaf.length()))
                .sorted()
                .toList();
    }

    /** What the services take instead of the cookie. */
    public String bearer() {
        return identity.getCredential(AccessTokenCredential.class).getToken();
    }
}
