package cn.mingjian.portal.gateway;

import cn.mingjian.portal.entry.PortalConfig;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Passes a request on as it is, but for the cookie, and the answer back; bodies stream both ways, and the trace goes on. */
@ApplicationScoped
class Gateway {

    private static final List<String> ASKED =
            List.of("Accept", "Content-Type", "If-Match", "If-None-Match", "Idempotency-Key", "Prefer");
    private static final List<String> ANSWERED = List.of(
            "Content-Type", "Content-Disposition", "ETag", "Link", "Location", "Preference-Applied", "Retry-After");
    /** An address of an operation: no empty segment, none that climbs, no encoded slash. */
    private static final Pattern OPERATION =
            Pattern.compile("/v1(/(?!\\.{1,2}(/|$))([A-Za-z0-9._~:@-]|%(?!2[EeFf]|5[Cc]|00)[0-9A-Fa-f]{2})+)+");

    /** Runs nothing; the page around it may measure it and have it printed. */
    private static final String DOCUMENT =
            "sandbox allow-same-origin allow-modals; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

    private final HttpClient client;
    private final Map<String, String> services;
    private final CurrentVertxRequest current;
    private final OpenTelemetry telemetry;

    Gateway(PortalConfig config, CurrentVertxRequest current, OpenTelemetry telemetry) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5));
        config.outgoing().ifPresent(builder::localAddress);
        this.client = builder.build();
        this.services = config.services();
        this.current = current;
        this.telemetry = telemetry;
    }

    /**
     * @param prefix what of the address is ours
     * @param bearer the session's token, or none where no account is needed
     */
    Response pass(
            String method,
            String service,
            String prefix,
            URI asked,
            HttpHeaders headers,
            Optional<String> bearer,
            InputStream body) {
        String path = asked.getRawPath().substring(prefix.length());
        if (!isOperation(path)) {
            throw new BadRequestException();
        }
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(Objects.requireNonNull(services.get(service), service) + path + query))
                // The longest long poll, and a little.
                .timeout(Duration.ofSeconds(75))
                .method(
                        method,
                        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofInputStream(() -> body));
        for (String name : ASKED) {
            String value = headers.getHeaderString(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        // The services count anonymous callers by their address, and believe the portal about it where told to.
        request.header(
                "X-Forwarded-For",
                current.getCurrent().request().remoteAddress().hostAddress());
        telemetry
                .getPropagators()
                .getTextMapPropagator()
                .inject(Context.current(), request, (_, name, value) -> request.setHeader(name, value));
        bearer.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try {
            return answer(client.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            return outage(service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return outage(service);
        }
    }

    static boolean isOperation(String rawPath) {
        return OPERATION.matcher(rawPath).matches();
    }

    private static Response answer(HttpResponse<InputStream> from) {
        Response.ResponseBuilder answer = Response.status(from.statusCode())
                .entity(from.body())
                .header("Cache-Control", "no-store")
                // A document that is opened by its address runs nothing in the portal's name.
                .header("Content-Security-Policy", DOCUMENT);
        for (String name : ANSWERED) {
            from.headers().firstValue(name).ifPresent(value -> answer.header(name, value));
        }
        return answer.build();
    }

    private static Response outage(String service) {
        Response problem = problem(503, "service-unreachable", "服务暂时没有响应，请稍后重试", "服务 " + service + " 没有响应；您填写的内容没有丢失");
        return Response.fromResponse(problem).header("Retry-After", "5").build();
    }

    /** A refusal of the portal's own. */
    static Response problem(int status, String code, String title, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of(
                        "type",
                        "urn:mingjian:problem:portal:" + code,
                        "title",
                        title,
                        "status",
                        status,
                        "detail",
                        detail))
                .build();
    }
}
