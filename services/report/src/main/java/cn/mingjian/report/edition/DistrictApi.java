package cn.mingjian.report.edition;

import cn.mingjian.report.source.Agreement;
import cn.mingjian.report.source.StationProfile;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What district answers to this service. */
@RegisterRestClient(configKey = "district")
@OidcClientFilter
@Path("/v1/districts/{district}/stations/{station}")
interface DistrictApi {

    @GET
    @Path("/versions/{version}")
    StationProfile station(
            @PathParam("district") String district,
            @PathParam("station") String station,
            @PathParam("version") int version);

    @GET
    @Path("/agreements/{agreement}/versions/{version}")
    Agreement agreement(
            @PathParam("district") String district,
            @PathParam("station") String station,
            @PathParam("agreement") String agreement,
            @PathParam("version") int version);
}
