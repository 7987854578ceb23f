package cn.mingjian.scoring;

import cn.mingjian.platform.store.Background;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What must not happen and yet may: a query without its filter, and a request that reaches for the worker's role. */
@Path(ForgetfulResource.PATH)
@RunOnVirtualThread
public class ForgetfulResource {

    static final String PATH = "/forgetful/{district}/{station}/evaluations";

    private final EntityManager entities;

    ForgetfulResource(EntityManager entities) {
        this.entities = entities;
    }

    @GET
    @RolesAllowed({"bureau", "third-party"})
    @Transactional
    @Operation(hidden = true)
    public List<?> all() {
        return entities.createNativeQuery("select code from evaluation").getResultList();
    }

    @GET
    @Path("/in-the-background")
    @RolesAllowed({"bureau", "third-party"})
    @Operation(hidden = true)
    public List<?> allInTheBackground() {
        return Background.call(this::all);
    }
}
