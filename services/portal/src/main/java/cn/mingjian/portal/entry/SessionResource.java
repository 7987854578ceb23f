package cn.mingjian.portal.entry;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Tells the application who is signed in; the token itself never leaves the server. */
@Path(Portal.ENTRY + "/api/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    /**
     * @param account the account's id
     * @param places where it may work here
     */
    public record SessionView(String portal, String account, String username, List<String> places) {}

    private final Session session;

    SessionResource(Session session) {
        this.session = session;
    }

    @GET
    public SessionView get(@PathParam("portal") String role) {
        Portal portal = Portal.of(role).orElseThrow();
        if (!session.mayEnter(portal)) {
            throw new ForbiddenException();
        }
        return new SessionView(role, session.account(), session.username(), session.places(portal));
    }
}
