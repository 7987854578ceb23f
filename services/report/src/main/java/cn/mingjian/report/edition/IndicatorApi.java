package cn.mingjian.report.edition;

import cn.mingjian.report.source.Achievement;
import cn.mingjian.report.source.Discrepancy;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What indicator answers to this service. */
@RegisterRestClient(configKey = "indicator")
@OidcClientFilter
@Path("/v1/evaluations/{evaluation}")
interface IndicatorApi {

    @GET
    @Path("/achievement/versions/{version}")
    Achievement achievement(@PathParam("evaluation") String evaluation, @PathParam("version") int version);

    @GET
    @Path("/discrepancy-answers")
    Discrepancy.Explanations explanations(@PathParam("evaluation") String evaluation);
}
