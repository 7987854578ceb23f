package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.http.LongPoll;
import cn.mingjian.platform.http.PreferWait;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says whether an agreement has arrived here, so that evaluations of it can be opened. */
@Path("/v1/districts/{district}/stations/{station}/agreements/{agreement}/versions/{version}")
@RunOnVirtualThread
public class AgreementResource {

    private final Agreements agreements;
    private final LongPoll longPoll;
    private final Caller caller;

    AgreementResource(Agreements agreements, LongPoll longPoll, Caller caller) {
        this.agreements = agreements;
        this.longPoll = longPoll;
        this.caller = caller;
    }

    /** An agreement that has arrived. */
    public record AgreementView(String agreement, int version) {}

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "服务协议是否已到达评分服务（Prefer: wait）")
    public AgreementView get(
            @PathParam("district") String district,
            @PathParam("station") String station,
            @PathParam("agreement") String agreement,
            @PathParam("version") int version,
            @HeaderParam("Prefer") String prefer) {
        Fields fields = new Fields();
        fields.code("", district);
        fields.code("", station);
        fields.refuse();
        Place place = Place.station(district, station);
        caller.require(Roles.BUREAU, place);
        return longPoll.until(
                        PreferWait.of(prefer),
                        () -> agreements.knows(place, agreement, version)
                                ? Optional.of(new AgreementView(agreement, version))
                                : Optional.empty())
                .orElseThrow(
                        () -> EvaluationProblem.AGREEMENT_NOT_FOUND.because("尚未收到服务协议 %s 第 %d 版", agreement, version));
    }
}
