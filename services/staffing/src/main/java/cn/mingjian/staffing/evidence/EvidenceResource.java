package cn.mingjian.staffing.evidence;

import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Roster, attendance and training of an evaluation: put whole, read back with their version. */
@Path("/v1/evaluations/{evaluation}")
@Tag(name = "队伍数据")
@RunOnVirtualThread
class EvidenceResource {

    private final EvidenceService service;

    EvidenceResource(EvidenceService service) {
        this.service = service;
    }

    /** The roster with its version. */
    record RosterView(int version, List<Roster.Worker> workers) {
        static RosterView of(Stored<Roster> stored) {
            return new RosterView(stored.version(), stored.content().rows());
        }
    }

    /** The attendance with its version. */
    record AttendanceView(int version, List<Attendance.Month> months) {
        static AttendanceView of(Stored<Attendance> stored) {
            return new AttendanceView(stored.version(), stored.content().rows());
        }
    }

    /** The training with its version. */
    record TrainingView(int version, List<Training.Session> sessions) {
        static TrainingView of(Stored<Training> stored) {
            return new TrainingView(stored.version(), stored.content().rows());
        }
    }

    @PUT
    @Path("/roster")
    @RolesAllowed("operator")
    @Operation(summary = "提交花名册（整份）" + Precondition.TOLD)
    public RestResponse<RosterView> putRoster(
            @PathParam("evaluation") String evaluation,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Nullable Roster roster) {
        return answer(
                service.putRoster(
                        evaluation, orEmpty(roster, new Roster(null)), new Precondition(ifMatch, ifNoneMatch)),
                RosterView::of);
    }

    @GET
    @Path("/roster")
    @RolesAllowed({"operator", "bureau"})
    @Operation(summary = "最新的花名册")
    public RosterView roster(@PathParam("evaluation") String evaluation) {
        return RosterView.of(service.roster(evaluation));
    }

    @PUT
    @Path("/attendance")
    @RolesAllowed("operator")
    @Operation(summary = "提交逐月到岗、参保、发薪记录（整份）" + Precondition.TOLD)
    public RestResponse<AttendanceView> putAttendance(
            @PathParam("evaluation") String evaluation,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Nullable Attendance attendance) {
        return answer(
                service.putAttendance(
                        evaluation, orEmpty(attendance, new Attendance(null)), new Precondition(ifMatch, ifNoneMatch)),
                AttendanceView::of);
    }

    @GET
    @Path("/attendance")
    @RolesAllowed({"operator", "bureau"})
    @Operation(summary = "最新的到岗记录")
    public AttendanceView attendance(@PathParam("evaluation") String evaluation) {
        return AttendanceView.of(service.attendance(evaluation));
    }

    @PUT
    @Path("/training")
    @RolesAllowed("operator")
    @Operation(summary = "提交培训及督导记录（整份）" + Precondition.TOLD)
    public RestResponse<TrainingView> putTraining(
            @PathParam("evaluation") String evaluation,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Nullable Training training) {
        return answer(
                service.putTraining(
                        evaluation, orEmpty(training, new Training(null)), new Precondition(ifMatch, ifNoneMatch)),
                TrainingView::of);
    }

    @GET
    @Path("/training")
    @RolesAllowed({"operator", "bureau"})
    @Operation(summary = "最新的培训及督导记录")
    public TrainingView training(@PathParam("evaluation") String evaluation) {
        return TrainingView.of(service.training(evaluation));
    }

    /** A request without a body is one without any rows: the check says what is missing. */
    private static <T> T orEmpty(@Nullable T body, T empty) {
        return body == null ? empty : body;
    }

    private static <T, V> RestResponse<V> answer(Stored<T> stored, Function<Stored<T>, V> view) {
        boolean isFirst = stored.isNew() && stored.version() == 1;
        return RestResponse.status(isFirst ? RestResponse.Status.CREATED : RestResponse.Status.OK, view.apply(stored));
    }
}
