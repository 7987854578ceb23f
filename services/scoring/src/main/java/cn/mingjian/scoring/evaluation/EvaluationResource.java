package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.caller.PlaceInBody;
import cn.mingjian.platform.http.LongPoll;
import cn.mingjian.platform.http.PreferWait;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Opens an evaluation and shows where it stands. */
@Path("/v1/evaluations/{evaluation}")
@RunOnVirtualThread
public class EvaluationResource {

    // Station and agreement travel on two topics: what was just registered may be some milliseconds away.

    private final EvaluationService service;
    private final Agreements agreements;
    private final Access access;
    private final Objections objections;
    private final LongPoll longPoll;
    private final Caller caller;

    EvaluationResource(
            EvaluationService service,
            Agreements agreements,
            Access access,
            Objections objections,
            LongPoll longPoll,
            Caller caller) {
        this.service = service;
        this.agreements = agreements;
        this.access = access;
        this.objections = objections;
        this.longPoll = longPoll;
        this.caller = caller;
    }

    @PUT
    @PlaceInBody
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "开启评估：固定站点、服务协议与评估口径")
    public RestResponse<EvaluationView> open(
            @PathParam("evaluation") String code, @HeaderParam("Prefer") String prefer, @NotNull Opening sent) {
        requireBureauOf(sent);
        new OpeningCode(code).check();
        OpeningCheck.check(sent);
        Opening opening = sent.whole();
        Place place = opening.place();
        PreferWait patience = prefer == null ? PreferWait.MOMENT : PreferWait.of(prefer);
        longPoll.until(
                patience,
                () -> agreements.knowsStation(place, opening.stationVersion())
                                && agreements.knows(place, opening.agreement(), opening.agreementVersion())
                        ? Optional.of(true)
                        : Optional.empty());
        EvaluationService.Opened opened = service.open(code, opening);
        return RestResponse.status(
                opened.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, view(access.read(code)));
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
    @Operation(summary = "评估的进度；可按阶段、证据版本、已裁定异议数等待（Prefer: wait）")
    public EvaluationView get(
            @PathParam("evaluation") String code,
            @HeaderParam("Prefer") String prefer,
            @QueryParam("phase") String phase,
            @QueryParam("achievement") Integer achievement,
            @QueryParam("staffing") Integer staffing,
            @QueryParam("objectionsDecided") Integer objectionsDecided) {
        Awaited awaited = Awaited.of(phase, achievement, staffing, objectionsDecided);
        return longPoll.until(PreferWait.of(prefer), () -> Optional.of(view(access.read(code)))
                        .filter(awaited::isReachedBy))
                .orElseGet(() -> view(access.read(code)));
    }

    /** Before anything else of the document is looked at; what names no place is told by the check. */
    private void requireBureauOf(Opening sent) {
        String district = sent.district();
        String station = sent.station();
        if (district != null && station != null && Place.isCode(district) && Place.isCode(station)) {
            caller.require(Roles.BUREAU, Place.station(district, station));
        }
    }

    private EvaluationView view(Standing standing) {
        standing.requireParticipant();
        return EvaluationView.of(standing, objections.of(standing.evaluation().code()));
    }

    private record OpeningCode(String code) {
        void check() {
            Fields fields = new Fields();
            fields.code("", code);
            fields.refuse();
        }
    }
}
