package cn.mingjian.report.edition;

import cn.mingjian.report.source.StaffingFile;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What staffing answers to this service. */
@RegisterRestClient(configKey = "staffing")
@OidcClientFilter
@Path("/v1/evaluations/{evaluation}")
interface StaffingApi {

    @GET
    @Path("/staffing/versions/{version}")
    StaffingFile staffing(@PathParam("evaluation") String evaluation, @PathParam("version") int version);
}
