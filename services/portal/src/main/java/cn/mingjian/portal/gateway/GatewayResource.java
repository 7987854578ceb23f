package cn.mingjian.portal.gateway;

import cn.mingjian.portal.entry.Portal;
import cn.mingjian.portal.entry.Session;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services behind an entry: what they answer is theirs, and so is the decision who may ask. */
@Path(Portal.ENTRY + "/api/{service: district|indicator|staffing|scoring|report}/{path: v1/.+}")
@RunOnVirtualThread
public class GatewayResource {

    /** The account whose page asks. */
    private static final String PAGE_OF = "X-Account";

    private final Gateway gateway;
    private final Session session;

    GatewayResource(Gateway gateway, Session session) {
        this.gateway = gateway;
        this.session = session;
    }

    @GET
    public Response get(
            @PathParam("portal") String portal,
            @PathParam("service") String service,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return pass("GET", portal, service, uri, headers, InputStream.nullInputStream());
    }

    @PUT
    public Response put(
            @PathParam("portal") String portal,
            @PathParam("service") String service,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        return pass("PUT", portal, service, uri, headers, body);
    }

    @POST
    public Response post(
            @PathParam("portal") String portal,
            @PathParam("service") String service,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        return pass("POST", portal, service, uri, headers, body);
    }

    private Response pass(
            String method, String portal, String service, UriInfo uri, HttpHeaders headers, InputStream body) {
        if (!session.mayEnter(Portal.of(portal).orElseThrow())) {
            throw new ForbiddenException();
        }
        if (isOfAnother(method, headers.getHeaderString(PAGE_OF))) {
            return Gateway.problem(409, "another-account", "本门户现由另一账号登录", "本页属于原来登录的账号，请重新打开门户");
        }
        String prefix = "/" + portal + "/api/" + service;
        return gateway.pass(method, service, prefix, uri.getRequestUri(), headers, Optional.of(session.bearer()), body);
    }

    /**
     * Whether the page was left open by somebody else than whoever is signed in now: nothing is written in the name of another.
     * What is opened by its address says nothing and only reads.
     */
    private boolean isOfAnother(String method, @Nullable String pageOf) {
        return pageOf == null ? !method.equals("GET") : !pageOf.equals(session.account());
    }
}
