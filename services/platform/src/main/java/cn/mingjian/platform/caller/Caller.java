package cn.mingjian.platform.caller;

import cn.mingjian.platform.problem.CommonProblem;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The account of the current request and what it may do where. A right counts only when the token also carries its role:
 * a portal's token carries that portal's role only.
 */
@ApplicationScoped
public class Caller {

    private static final String NOBODY = "system";
    private static final String SERVICE = "service:";
    private static final String EVERYWHERE = "*";

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** The account's id in Keycloak (token subject), or {@code system} where nobody called: consumers and schedulers. */
    public String account() {
        return isNobody() ? NOBODY : token.getSubject();
    }

    public String username() {
        return identity.getPrincipal().getName();
    }

    /** Whether the caller has the role at the place itself or at one that contains it. */
    public boolean holds(String role, Place place) {
        return rights().anyMatch(
                        right -> right.role().equals(role) && right.place().contains(place));
    }

    /**
     * The places of the caller's rights as the database compares them: paths separated by commas, {@code *} where a right
     * holds everywhere, empty for nobody.
     */
    public String scope() {
        if (isNobody()) {
            return "";
        }
        if (identity.getRoles().stream().anyMatch(role -> role.startsWith(SERVICE))) {
            return EVERYWHERE;
        }
        Set<String> places = rights().map(right -> right.place().path()).collect(Collectors.toCollection(TreeSet::new));
        return places.contains(Place.REALM.path()) ? EVERYWHERE : String.join(",", places);
    }

    /** What the caller may do where. */
    public Set<Right> held() {
        return rights().collect(Collectors.toSet());
    }

    private Stream<Right> rights() {
        Set<String> groups = token.getGroups();
        return groups == null
                ? Stream.empty()
                : groups.stream()
                        .flatMap(group -> Right.ofGroup(group).stream())
                        .filter(right -> identity.hasRole(right.role()));
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
        return identity.hasRole(SERVICE + name);
    }

    private boolean isNobody() {
        return !Arc.container().requestContext().isActive() || identity.isAnonymous();
    }
}
