package cn.mingjian.scoring.pool;

import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The organisations of a district. */
@Path("/v1/districts/{district}/organisations")
@RunOnVirtualThread
@RolesAllowed(Roles.BUREAU)
public class OrganisationResource {

    private final OrganisationService service;

    OrganisationResource(OrganisationService service) {
        this.service = service;
    }

    /** An organisation under its code. */
    public record OrganisationView(String organisation, String name, List<String> otherNames) {

        static OrganisationView of(OrganisationService.Known known) {
            return new OrganisationView(
                    known.code(),
                    known.organisation().name(),
                    known.organisation().otherNames());
        }
    }

    /** By code. */
    public record OrganisationList(List<OrganisationView> organisations) {}

    @GET
    @Operation(summary = "本区的机构：承办方及评委所在的单位")
    public OrganisationList list(@PathParam("district") String district) {
        return new OrganisationList(
                service.list(district).stream().map(OrganisationView::of).toList());
    }

    @PUT
    @Path("/{organisation}")
    @Operation(summary = "登记机构及其简称、曾用名；利益冲突提示按任一名称识别")
    public RestResponse<OrganisationView> put(
            @PathParam("district") String district,
            @PathParam("organisation") String code,
            @NotNull OrganisationDocument document) {
        var kept = service.put(district, code, document);
        return Answers.kept(kept.isNew(), OrganisationView.of(kept.known()));
    }
}
