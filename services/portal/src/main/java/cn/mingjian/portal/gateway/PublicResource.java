package cn.mingjian.portal.gateway;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;

/** What anybody may ask without an account: a questionnaire by its code, and whether a report is genuine. */
@Path("/public-api")
@RunOnVirtualThread
public class PublicResource {

    private static final String PREFIX = "/public-api";

    private final Gateway gateway;

    PublicResource(Gateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Path("/v1/questionnaires/opening")
    public Response questionnaire(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body) {
        return pass("POST", "scoring", uri, headers, body);
    }

    @PUT
    @Path("/v1/questionnaires/answer")
    public Response answer(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body) {
        return pass("PUT", "scoring", uri, headers, body);
    }

    @POST
    @Path("/v1/issued-reports/verifications")
    public Response verify(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body) {
        return pass("POST", "report", uri, headers, body);
    }

    private Response pass(String method, String service, UriInfo uri, HttpHeaders headers, InputStream body) {
        return gateway.pass(method, service, PREFIX, uri.getRequestUri(), headers, Optional.empty(), body);
    }
}
