package cn.mingjian.scoring.suggestion;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The frozen staffing figures, as the staffing service shows them to the caller. */
@RegisterRestClient(configKey = "staffing")
@Path("/v1/evaluations/{evaluation}/staffing/versions/{version}")
interface StaffingClient {

    /**
     * The part of it that suggestions lean on.
     *
     * @param exact fractions by figure, null for what is unknown
     */
    record Staffing(Map<String, String> exact) {}

    @GET
    Staffing get(
            @PathParam("evaluation") String evaluation,
            @PathParam("version") int version,
            @HeaderParam("Authorization") String authorization);
}
