package cn.mingjian.district.registry;

import cn.mingjian.district.form.Answers;
import cn.mingjian.district.form.Codes;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.document.Stored;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Districts. */
@Path("/v1/districts/{district}")
@Tag(name = "区")
@RunOnVirtualThread
class DistrictResource {
    private final DistrictService service;
    private final Caller caller;

    DistrictResource(DistrictService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** A district as kept. */
    record DistrictView(
            String code,
            String name,
            District.Member bureauAccount,
            District.@Nullable Member platformAccount,
            int version) {
        static DistrictView of(Place place, Stored<District> stored) {
            District district = stored.content();
            return new DistrictView(
                    place.path(),
                    district.name(),
                    district.bureauAccount(),
                    district.platformAccount(),
                    stored.version());
        }
    }

    @PUT
    @RolesAllowed(Roles.INSTALLER)
    @Operation(summary = "登记区，建立区民政局的首个账号")
    public RestResponse<DistrictView> register(@PathParam("district") String code, @NotNull DistrictDocument document) {
        Place district = Codes.district(code);
        caller.require(Roles.INSTALLER, Place.REALM);
        Codes.requireFree(code);
        document.check(code);
        Stored<District> stored = service.register(district, service.ensureAccounts(district, document));
        return Answers.kept(stored.isNew() && stored.version() == 1, DistrictView.of(district, stored));
    }

    @GET
    @RolesAllowed({Roles.INSTALLER, Roles.BUREAU})
    @Operation(summary = "区的登记信息")
    public DistrictView read(@PathParam("district") String code) {
        Place district = Codes.district(code);
        return DistrictView.of(district, service.find(district));
    }
}
