package cn.mingjian.district.station;

import cn.mingjian.district.form.Answers;
import cn.mingjian.district.form.Codes;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Stations. */
@Path("/v1/districts/{district}/stations/{station}")
@Tag(name = "社工站")
@RunOnVirtualThread
class StationResource {
    private final StationService service;
    private final StationAccess access;
    private final Caller caller;

    StationResource(StationService service, StationAccess access, Caller caller) {
        this.service = service;
        this.access = access;
        this.caller = caller;
    }

    /** A station's profile as kept. */
    record StationView(String code, @JsonUnwrapped StationDocument profile, int version) {
        static StationView of(Place station, Stored<StationDocument> stored) {
            return new StationView(station.station(), stored.content(), stored.version());
        }
    }

    @PUT
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "登记社工站；带 If-None-Match: * 时只在编码未被使用时登记，带 If-Match 时只在所读版本上修改")
    public RestResponse<StationView> register(
            @PathParam("district") String district,
            @PathParam("station") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @NotNull StationDocument document) {
        Place station = Codes.station(district, code);
        caller.require(Roles.BUREAU, station);
        Codes.requireFree(code);
        document.check();
        service.requireDistrict(Place.district(district));
        service.ensureGroups(station);
        Stored<StationDocument> stored = service.register(station, document, new Precondition(ifMatch, ifNoneMatch));
        return Answers.kept(stored.isNew() && stored.version() == 1, StationView.of(station, stored));
    }

    @GET
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Operation(summary = "社工站简况（最新版）")
    public StationView latest(@PathParam("district") String district, @PathParam("station") String code) {
        Place station = Codes.station(district, code);
        access.requireReader(station);
        return StationView.of(station, service.latest(station));
    }

    @GET
    @Path("/versions/{version}")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR,
        Roles.REPORT_SERVICE
    })
    @Operation(summary = "社工站简况的某一版")
    public StationView version(
            @PathParam("district") String district,
            @PathParam("station") String code,
            @PathParam("version") String version) {
        Place station = Codes.station(district, code);
        access.requireReader(station);
        return StationView.of(station, service.version(station, Codes.version(version)));
    }
}
