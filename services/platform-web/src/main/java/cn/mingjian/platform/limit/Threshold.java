package cn.mingjian.platform.limit;

import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.ProblemDocuments;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every request passes before it reaches a resource, whatever its path. */
@ApplicationScoped
class Threshold {

    // Filters run from the highest to the lowest; the caller's token is looked at by the one at 200.
    private static final int FIRST = 1000;
    private static final int WHEN_THE_CALLER_CAN_BE_KNOWN = 150;

    private static final String SERVICE = "service:";
    private static final String SIGNS_IN = "web-app";

    private final Limits limits;
    private final ProblemDocuments problems;
    private final IdentityProviderManager identities;
    private final Vertx vertx;
    private final long largestBody;
    private final Allowances accounts;
    private final Allowances services;
    private final Allowances addresses;
    private final Map<String, Allowances> paths;
    private final boolean signsIn;

    Threshold(
            Limits limits,
            ProblemDocuments problems,
            IdentityProviderManager identities,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody,
            @ConfigProperty(name = "quarkus.oidc.application-type") String application) {
        this.limits = limits;
        this.problems = problems;
        this.identities = identities;
        this.vertx = vertx;
        this.largestBody = largestBody.asLongValue();
        this.accounts = new Allowances(limits.account(), limits.callers());
        this.services = new Allowances(limits.service(), limits.callers());
        this.addresses = new Allowances(limits.anonymous(), limits.callers());
        this.paths = limits.path().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, path -> new Allowances(path.getValue(), limits.callers())));
        this.signsIn = application.equals(SIGNS_IN);
    }

    void install(@Observes Filters filters) {
        filters.register(UnreadBody::watch, FIRST);
        filters.register(this::readable, FIRST - 1);
        filters.register(this::oneToken, FIRST - 2);
        filters.register(this::notTooLarge, FIRST - 3);
        filters.register(this::inTime, FIRST - 4);
        filters.register(this::notTooOftenThere, FIRST - 5);
        filters.register(this::notTooOften, WHEN_THE_CALLER_CAN_BE_KNOWN);
    }

    private void readable(RoutingContext request) {
        if (RequestTarget.isReadable(request.request().uri())) {
            request.next();
        } else {
            problems.answer(request, CommonProblem.MALFORMED_REQUEST, "地址含有无法识别的字符");
        }
    }

    /** Of two tokens one would be looked at, and which one is a matter of taste. */
    private void oneToken(RoutingContext request) {
        if (request.request().headers().getAll("Authorization").size() > 1) {
            problems.answer(request, CommonProblem.MALFORMED_REQUEST, "只能出示一个访问令牌");
        } else {
            request.next();
        }
    }

    /** Told before any of it is read; one that does not declare its length is cut off when it has become too large. */
    private void notTooLarge(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        if (length == null || fits(length)) {
            request.next();
        } else {
            problems.answer(request, CommonProblem.REQUEST_TOO_LARGE, "请求内容不能超过 %d 字节".formatted(largestBody));
        }
    }

    private boolean fits(String length) {
        try {
            return Long.parseLong(length) <= largestBody;
        } catch (NumberFormatException beyondCounting) {
            return false;
        }
    }

    /** A body that trickles would hold a thread and a connection for as long as it likes. */
    private void inTime(RoutingContext request) {
        if (UnreadBody.isLeft(request.request())) {
            long timer = vertx.setTimer(limits.slowestBody().toMillis(), _ -> {
                if (UnreadBody.isLeft(request.request())) {
                    problems.answer(request, CommonProblem.REQUEST_TOO_SLOW, "请求内容未能及时送达");
                }
            });
            request.addEndHandler(_ -> vertx.cancelTimer(timer));
        }
        request.next();
    }

    /** Before anybody asks Keycloak, as the end of a sign-in does. */
    private void notTooOftenThere(RoutingContext request) {
        Allowances own = paths.get(request.normalizedPath());
        if (own == null) {
            request.next();
        } else {
            go(request, own.secondsUntilAllowed(address(request)));
        }
    }

    private void notTooOften(RoutingContext request) {
        if (paths.containsKey(request.normalizedPath())) {
            request.next();
            return;
        }
        // Who sent a token or a session that is no good is not known.
        BiConsumer<RoutingContext, Throwable> quarkus =
                Objects.requireNonNull(request.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER));
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>)
                (_, failure) -> refuse(request, failure, quarkus));
        QuarkusHttpUser.getSecurityIdentity(request, identities)
                .subscribe()
                .with(
                        caller -> go(
                                request,
                                caller.isAnonymous()
                                        ? addresses.secondsUntilAllowed(address(request))
                                        : rate(caller).secondsUntilAllowed(account(caller))),
                        _ -> {});
    }

    /** Where people sign in Quarkus sends them there; a service answers with a problem. */
    private void refuse(RoutingContext request, Throwable failure, BiConsumer<RoutingContext, Throwable> quarkus) {
        OptionalLong secondsUntilAllowed = addresses.secondsUntilAllowed(address(request));
        if (secondsUntilAllowed.isPresent()) {
            go(request, secondsUntilAllowed);
        } else if (signsIn) {
            quarkus.accept(request, failure);
        } else {
            request.fail(failure);
        }
    }

    private static String address(RoutingContext request) {
        return ClientAddress.of(request.request().remoteAddress());
    }

    private void go(RoutingContext request, OptionalLong secondsUntilAllowed) {
        if (request.response().ended()) {
            // Given up while its token was looked at.
            return;
        }
        if (secondsUntilAllowed.isEmpty()) {
            request.next();
            return;
        }
        request.response().putHeader("Retry-After", Long.toString(secondsUntilAllowed.getAsLong()));
        problems.answer(
                request, CommonProblem.TOO_MANY_REQUESTS, "请在 %d 秒后重试".formatted(secondsUntilAllowed.getAsLong()));
    }

    private Allowances rate(SecurityIdentity caller) {
        return caller.getRoles().stream().anyMatch(role -> role.startsWith(SERVICE)) ? services : accounts;
    }

    private static String account(SecurityIdentity caller) {
        return caller.getPrincipal() instanceof OidcJwtCallerPrincipal token
                ? token.getSubject()
                : caller.getPrincipal().getName();
    }
}
