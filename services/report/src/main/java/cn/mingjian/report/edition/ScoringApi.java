package cn.mingjian.report.edition;

import cn.mingjian.report.source.EarlierConcern;
import cn.mingjian.report.source.Finding;
import cn.mingjian.report.source.Remediation;
import cn.mingjian.report.source.Result;
import cn.mingjian.report.source.Satisfaction;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What scoring answers to this service, from FEEDBACK on. */
@RegisterRestClient(configKey = "scoring")
@OidcClientFilter
@Path("/v1/evaluations/{evaluation}")
interface ScoringApi {

    /** The findings of all parties. */
    record Findings(List<Finding> findings) {}

    @GET
    @Path("/result")
    Result result(@PathParam("evaluation") String evaluation);

    @GET
    @Path("/findings")
    Findings findings(@PathParam("evaluation") String evaluation);

    @GET
    @Path("/remediation")
    Remediation remediation(@PathParam("evaluation") String evaluation);

    /** What became of the concerns of the station's earlier evaluations. */
    record Concerns(List<EarlierConcern> concerns) {}

    @GET
    @Path("/earlier-concerns")
    Concerns earlierConcerns(@PathParam("evaluation") String evaluation);

    @GET
    @Path("/satisfaction")
    Satisfaction satisfaction(@PathParam("evaluation") String evaluation);
}
