package cn.mingjian.scoring.suggestion;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The frozen achievement, as the indicator service shows it to the caller. */
@RegisterRestClient(configKey = "indicator")
@Path("/v1/evaluations/{evaluation}/achievement/versions/{version}")
interface AchievementClient {

    /** The part of it that suggestions lean on. */
    record Achievement(List<Row> indicators) {}

    /**
     * A row of the station or, with an area, of one.
     *
     * @param exactRate a fraction, or null when it is unknown
     */
    record Row(String indicator, String area, String exactRate) {}

    @GET
    Achievement get(
            @PathParam("evaluation") String evaluation,
            @PathParam("version") int version,
            @HeaderParam("Authorization") String authorization);
}
