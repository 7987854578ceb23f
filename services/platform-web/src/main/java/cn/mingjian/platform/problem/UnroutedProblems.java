package cn.mingjian.platform.problem;

import io.opentelemetry.api.trace.Span;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What fails outside any resource, before or behind it: the same documents as from inside. */
@ApplicationScoped
class UnroutedProblems {

    private static final Logger LOG = Logger.getLogger(UnroutedProblems.class);

    private final String service;
    private final ProblemDocuments documents;
    private final boolean signsIn;

    UnroutedProblems(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.oidc.application-type") String application,
            ProblemDocuments documents) {
        this.service = service;
        this.documents = documents;
        this.signsIn = application.equals("web-app");
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext request) {
        if (request.response().ended() || request.response().closed()) {
            // Answered already, as one that came too slowly is, or nobody is there any more.
            return;
        }
        if (isOfSignIn(request.failure())) {
            request.next();
            return;
        }
        CommonProblem type = type(request.failure(), request.statusCode());
        if (type == null) {
            documents.answer(request, unforeseen(request));
            return;
        }
        if (type == CommonProblem.NOT_SIGNED_IN) {
            request.response().putHeader("WWW-Authenticate", "Bearer");
        }
        documents.answer(request, type, type.title());
    }

    /** A step of a sign-in in the browser, or a session that is none: Quarkus knows how to go on. */
    private boolean isOfSignIn(@Nullable Throwable failure) {
        return signsIn
                && (failure instanceof AuthenticationRedirectException
                        || failure instanceof AuthenticationCompletionException
                        || failure instanceof AuthenticationFailedException && !isUndecided(failure));
    }

    private static @Nullable CommonProblem type(@Nullable Throwable failure, int status) {
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationFailedException) {
            return isUndecided(failure) ? CommonProblem.UNAVAILABLE : CommonProblem.NOT_SIGNED_IN;
        }
        if (failure instanceof ForbiddenException) {
            return CommonProblem.NOT_ALLOWED;
        }
        return CommonProblem.ofStatus(status);
    }

    /** Whether Keycloak could not be asked: the token, or the session, may be as good as any. */
    private static boolean isUndecided(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return true;
            }
            if (cause instanceof OIDCException answered) {
                return !isOver(answered);
            }
        }
        return false;
    }

    /** Whether Keycloak was asked to go on with a session and said that there is none any more (RFC 6749, 5.2). */
    private static boolean isOver(OIDCException answered) {
        return answered.getMessage() != null && answered.getMessage().contains("\"invalid_grant\"");
    }

    private Problem unforeseen(RoutingContext request) {
        String trace = Span.current().getSpanContext().getTraceId();
        LOG.errorf(request.failure(), "Request failed trace=%s status=%d", trace, request.statusCode());
        return Problem.internal(service, request.request().path(), trace);
    }
}
