package cn.mingjian.district.registry;

import cn.mingjian.district.directory.Account;
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

    /** An account by its id. */
    record AccountView(String id, String username) {}

    /** A district as kept. */
    record DistrictView(String code, @Nullable String name, AccountView bureauAccount, int version) {
        static DistrictView of(Place district, Stored<DistrictDocument> stored, Account bureau) {
            return new DistrictView(
                    district.path(),
                    stored.content().name(),
                    new AccountView(bureau.id(), bureau.username()),
                    stored.version());
        }
    }

    @PUT
    @RolesAllowed(Roles.INSTALLER)
    @Operation(summary = "登记区，建立区民政局的首个账号")
    public RestResponse<DistrictView> register(@PathParam("district") String code, @NotNull DistrictDocument document) {
        Place district = Codes.district(code);
        caller.require(Roles.INSTALLER, Place.REALM);
        document.check();
        Account bureau = service.assureAccounts(district, document);
        Stored<DistrictDocument> stored = service.register(district, document);
        return Answers.kept(stored.isNew() && stored.version() == 1, DistrictView.of(district, stored, bureau));
    }

    @GET
    @RolesAllowed({Roles.INSTALLER, Roles.BUREAU, Roles.REPORT_SERVICE})
    @Operation(summary = "区的登记信息")
    public DistrictView read(@PathParam("district") String code) {
        Place district = Codes.district(code);
        if (!caller.isService("report") && !caller.holds(Roles.INSTALLER, Place.REALM)) {
            caller.require(Roles.BUREAU, district);
        }
        var found = service.find(district);
        return DistrictView.of(district, found.document(), found.bureau());
    }
}
