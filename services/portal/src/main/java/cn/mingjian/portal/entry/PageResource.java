package cn.mingjian.portal.entry;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The pages: one application behind six entries, the start, the questionnaire and the check of a report. */
@Path("/")
@Produces("text/html;charset=UTF-8")
public class PageResource {

    private final Page page;
    private final Session session;

    PageResource(Page page, Session session) {
        this.page = page;
        this.session = session;
    }

    @GET
    public Response start() {
        return page.application();
    }

    /** What is open to anybody: a questionnaire by its code, which the address carries behind its # and no server sees, and whether a report is genuine. */
    @GET
    @Path("{open: questionnaire|verification}")
    public Response open() {
        return page.application();
    }

    /** Every address of an entry is the application's own; whoever does not hold the entry's role is told so. */
    @GET
    @Path(Portal.ENTRY + "{rest: (/.*)?}")
    public Response entry(@PathParam("portal") String role) {
        Portal portal = Portal.of(role).orElseThrow();
        return session.mayEnter(portal) ? page.application() : page.refusal(portal, session.username());
    }

    @GET
    @Path(Portal.ENTRY + "/goodbye")
    public Response goodbye(@PathParam("portal") String role) {
        return page.goodbye(Portal.of(role).orElseThrow());
    }
}
