package cn.mingjian.platform.http;

import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.Outage;
import cn.mingjian.platform.problem.Problem;
import cn.mingjian.platform.problem.ProblemDocuments;
import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.platform.problem.ProblemType;
import cn.mingjian.platform.problem.Refusal;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where refusals and failures become answers; what is not foreseen shows a trace id and nothing else. */
@Singleton
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final String service;

    ProblemMappers(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    @ServerExceptionMapper
    Response refused(ProblemException refused, UriInfo uri) {
        List<Refusal> refusals = refused.refusals();
        Refusal first = refusals.getFirst();
        boolean listed = refusals.size() > 1 || first.pointer() != null;
        return answer(
                first.type(),
                first.detail(),
                uri,
                listed
                        ? refusals.stream()
                                .map(r -> new Problem.Item(urn(r.type()), r.pointer(), r.detail()))
                                .toList()
                        : null);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(Exception cause, UriInfo uri) {
        return Response.fromResponse(answer(CommonProblem.NOT_SIGNED_IN, "缺少有效的访问令牌", uri, null))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException cause, UriInfo uri) {
        return answer(CommonProblem.NOT_ALLOWED, "当前账号不具备所需的角色或不在该站点范围内", uri, null);
    }

    @ServerExceptionMapper
    Response outdated(OptimisticLockException cause, UriInfo uri) {
        return answer(CommonProblem.CHANGED_MEANWHILE, "同一内容正被另一请求修改", uri, null);
    }

    // Named besides its parent: Quarkus brings a mapper of its own for it, which answers without a body.
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response malformed(JacksonException cause, UriInfo uri) {
        String pointer = cause instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() != null ? step.getFieldName() : step.getIndex()))
                        .collect(Collectors.joining())
                : "";
        return answer(
                CommonProblem.MALFORMED_REQUEST,
                pointer.isEmpty() ? "请求体不是有效的 JSON" : "字段 " + pointer + " 的值无法识别",
                uri,
                pointer.isEmpty()
                        ? null
                        : List.of(new Problem.Item(urn(CommonProblem.MALFORMED_REQUEST), pointer, "值无法识别")));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations, UriInfo uri) {
        List<Problem.Item> items = violations.getConstraintViolations().stream()
                .map(v -> new Problem.Item(
                        urn(CommonProblem.INVALID_FIELD),
                        // The first two steps name the resource's method and parameter; the rest is the field.
                        StreamSupport.stream(v.getPropertyPath().spliterator(), false)
                                .skip(2)
                                .map(step ->
                                        "/" + (step.getIndex() != null ? step.getIndex() + "/" : "") + step.getName())
                                .collect(Collectors.joining()),
                        v.getMessage()))
                .toList();
        return answer(CommonProblem.INVALID_FIELD, items.getFirst().detail(), uri, items);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JacksonException malformed) {
            return malformed(malformed, uri);
        }
        int status = failure.getResponse().getStatus();
        CommonProblem type = CommonProblem.ofStatus(status);
        if (type == null) {
            return status < 500
                    ? answer(CommonProblem.MALFORMED_REQUEST, "请求无法处理", uri, null)
                    : unforeseen(failure, uri);
        }
        Response.ResponseBuilder answer = Response.fromResponse(answer(type, type.title(), uri, null));
        List<Object> methods = failure.getResponse().getHeaders().get(HttpHeaders.ALLOW);
        if (methods != null) {
            methods.forEach(method -> answer.header(HttpHeaders.ALLOW, method));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure, UriInfo uri) {
        Optional<CommonProblem> database = DatabaseFailure.of(failure);
        if (database.isPresent()) {
            LOG.warnf("Database refused: %s", failure);
            return answer(database.get(), database.get().title(), uri, null);
        }
        String trace = Span.current().getSpanContext().getTraceId();
        if (Outage.isBehind(failure)) {
            LOG.warnf("Request not answered for now trace=%s: %s", trace, failure);
            return answer(CommonProblem.UNAVAILABLE, "请稍后重试", uri, null);
        }
        LOG.errorf(failure, "Request failed trace=%s", trace);
        return Response.status(500)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.internal(service, uri.getRequestUri().getPath(), trace))
                .build();
    }

    private Response answer(ProblemType type, String detail, UriInfo uri, @Nullable List<Problem.Item> errors) {
        Response.ResponseBuilder answer = Response.status(type.kind().status())
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(
                        urn(type),
                        type.title(),
                        type.kind().status(),
                        detail,
                        uri.getRequestUri().getPath(),
                        errors,
                        null));
        if (type.kind() == Kind.UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, ProblemDocuments.RETRY_SECONDS);
        }
        return answer.build();
    }

    private String urn(ProblemType type) {
        return "urn:mingjian:problem:" + (type instanceof CommonProblem ? "common" : service) + ":" + type.code();
    }
}
