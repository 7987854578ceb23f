package cn.mingjian.district.agreement;

import cn.mingjian.district.form.Answers;
import cn.mingjian.district.form.Codes;
import cn.mingjian.district.form.Roles;
import cn.mingjian.district.station.StationAccess;
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

/** Agreements of a station. */
@Path("/v1/districts/{district}/stations/{station}/agreements/{agreement}")
@Tag(name = "服务协议")
@RunOnVirtualThread
class AgreementResource {
    private final AgreementService service;
    private final StationAccess access;
    private final Caller caller;

    AgreementResource(AgreementService service, StationAccess access, Caller caller) {
        this.service = service;
        this.access = access;
        this.caller = caller;
    }

    /** An agreement as kept. */
    record AgreementView(String code, @JsonUnwrapped AgreementDocument agreement, int version) {
        static AgreementView of(String code, Stored<AgreementDocument> stored) {
            return new AgreementView(code, stored.content(), stored.version());
        }
    }

    @PUT
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "签订或变更服务协议；带 If-None-Match: * 时只在编码未被使用时签订，带 If-Match 时只在所读版本上变更")
    public RestResponse<AgreementView> sign(
            @PathParam("district") String district,
            @PathParam("station") String code,
            @PathParam("agreement") String agreement,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @NotNull AgreementDocument document) {
        Place station = Codes.station(district, code);
        Codes.checked(agreement);
        caller.require(Roles.BUREAU, station);
        AgreementCheck.check(document);
        Stored<AgreementDocument> stored =
                service.sign(station, agreement, document, new Precondition(ifMatch, ifNoneMatch));
        return Answers.kept(stored.isNew() && stored.version() == 1, AgreementView.of(agreement, stored));
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
    @Operation(summary = "服务协议（最新版）")
    public AgreementView latest(
            @PathParam("district") String district,
            @PathParam("station") String code,
            @PathParam("agreement") String agreement) {
        Place station = Codes.station(district, code);
        access.requireReader(station);
        return AgreementView.of(agreement, service.latest(station, Codes.checked(agreement)));
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
    @Operation(summary = "服务协议的某一版")
    public AgreementView version(
            @PathParam("district") String district,
            @PathParam("station") String code,
            @PathParam("agreement") String agreement,
            @PathParam("version") String version) {
        Place station = Codes.station(district, code);
        access.requireReader(station);
        return AgreementView.of(agreement, service.version(station, Codes.checked(agreement), Codes.version(version)));
    }
}
