package cn.mingjian.platform.caller;

import cn.mingjian.platform.http.PreferWait;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemException;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands before every operation and decides, before the body is read, whether the caller comes in: it holds one of the
 * operation's roles at the place that the path names, or a {@link Door} of the service lets it pass. Whether it holds the
 * role at all was decided before; what only the thing itself can tell (a phase, an author) its feature decides after.
 */
@Singleton
class Doorkeeper {

    private static final String SERVICE = "service:";
    private static final long PAUSE_NANOS = 100_000_000;

    private final List<Door> doors;
    private final Caller caller;

    Doorkeeper(@All List<Door> doors, Caller caller) {
        this.doors = doors;
        this.caller = caller;
    }

    @ServerRequestFilter
    void admit(ResourceInfo operation, ContainerRequestContext request) {
        Set<String> roles = roles(operation);
        if (roles.isEmpty() || operation.getResourceMethod().isAnnotationPresent(PlaceInBody.class)) {
            return;
        }
        if (operation.getResourceClass().isAnnotationPresent(ForCaller.class)) {
            requireSomewhere(roles);
            return;
        }
        PathParameters path = new PathParameters(request.getUriInfo().getPathParameters());
        if (!path.isNameable()) {
            throw CommonProblem.NOT_FOUND.because("地址不存在");
        }
        Optional<String> district = path.find("district");
        Optional<Door> door = doors.stream()
                .filter(each -> path.find(each.parameter()).isPresent())
                .findFirst();
        if (district.isPresent()) {
            requireAt(place(district.get(), path.find("station")), roles);
        } else if (door.isPresent()) {
            pass(door.get(), roles, path, PreferWait.of(request.getHeaderString("Prefer")));
        } else {
            throw CommonProblem.NOT_ALLOWED.because("地址没有指明所属的区、站或评估");
        }
    }

    /** Nobody's, for what everybody may do. */
    private static Set<String> roles(ResourceInfo operation) {
        return Optional.ofNullable(operation.getResourceMethod().getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(operation.getResourceClass().getAnnotation(RolesAllowed.class)))
                .map(allowed -> Set.of(allowed.value()))
                .orElse(Set.of());
    }

    /** A role without a place is no right, here as everywhere. */
    private void requireSomewhere(Set<String> roles) {
        if (caller.held().stream().map(Right::role).noneMatch(roles::contains)) {
            throw CommonProblem.NOT_ALLOWED.because("当前账号在任何区、站都不具备所需的角色");
        }
    }

    private void requireAt(Place place, Set<String> roles) {
        boolean isService = roles.stream()
                .anyMatch(role -> role.startsWith(SERVICE) && caller.isService(role.substring(SERVICE.length())));
        if (!isService) {
            caller.requireAny(place, roles.toArray(String[]::new));
        }
    }

    private static Place place(String district, Optional<String> station) {
        if (!Place.isCode(district) || !station.map(Place::isCode).orElse(true)) {
            throw CommonProblem.NOT_FOUND.because("编码只能由小写字母、数字和连字符组成");
        }
        return station.map(code -> Place.station(district, code)).orElseGet(() -> Place.district(district));
    }

    /**
     * What was just opened elsewhere may be on its way: a caller that prefers to wait waits here as well, for what exists
     * but is not for it as long as for what does not.
     */
    private static void pass(Door door, Set<String> roles, PathParameters path, PreferWait wait) {
        long deadline = System.nanoTime() + wait.atMost().toNanos();
        while (true) {
            try {
                door.pass(roles, path);
                return;
            } catch (ProblemException refused) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || refused.refusals().getFirst().type().kind() != Kind.NOT_FOUND) {
                    throw refused;
                }
                LockSupport.parkNanos(Math.min(PAUSE_NANOS, left));
            }
        }
    }
}
