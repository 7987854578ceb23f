package cn.mingjian.platform.caller;

import cn.mingjian.platform.problem.CommonProblem;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The account of the current request and what it may do where. A right counts only when the token also carries its role:
 * a portal's token carries that portal's role only.
 */
@ApplicationScoped
public class Caller {

    private static final String NOBODY = "system";

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** The account's id in Keycloak (token subject), or {@code system} where nobody called: consumers and schedulers. */
    public String account() {
        if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
            return NOBODY;
        }
        return token.getSubject();
    }

    public String username() {
        return identity.getPrincipal().getName();
    }

    /** Whether the caller has the role at the place itself or at one that contains it. */
    public boolean holds(String role, Place place) {
        Set<String> groups = token.getGroups();
        return groups != null
                && identity.hasRole(role)
                && groups.stream()
                        .flatMap(group -> Right.ofGroup(group).stream())
                        .anyMatch(right ->
                                right.role().equals(role) && right.place().contains(place));
    }

    public boolean holdsAny(Place place, String... roles) {
        for (String role : roles) {
            if (holds(role, place)) {
                return true;
            }
        }
        return false;
    }

    /** Ends the request with 403 unless the caller has the role there. */
    public void require(String role, Place place) {
        requireAny(place, role);
    }

    /** Ends the request with 403 unless the caller has one of the roles there. */
    public void requireAny(Place place, String... roles) {
        if (!holdsAny(place, roles)) {
            throw CommonProblem.NOT_ALLOWED.because("当前账号不具备所需的角色或不在该站点范围内");
        }
    }

    /** Whether the caller is the named service's own machine account. */
    public boolean isService(String name) {
        return identity.hasRole("service:" + name);
    }
}
