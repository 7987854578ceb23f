package cn.mingjian.scoring.work;

import cn.mingjian.platform.caller.ForCaller;
import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The work list of the calling account. */
@Path("/v1/evaluations")
@RunOnVirtualThread
@ForCaller
@RolesAllowed({
    Roles.BUREAU,
    Roles.OPERATOR,
    Roles.THIRD_PARTY,
    Roles.SUPERVISORY_CENTER,
    Roles.PURCHASER,
    Roles.SUPERVISOR
})
public class WorkResource {

    private final WorkList workList;

    WorkResource(WorkList workList) {
        this.workList = workList;
    }

    /** @param next what {@code after} has to say for the next page; null on the last one */
    public record WorkPage(List<WorkItem> evaluations, String next) {}

    /**
     * An evaluation of the caller.
     *
     * @param seat the caller's own on the panel; null for bureau and operator
     * @param undecided what waits for the bureau: RECUSAL, VETO, OBJECTION, APPEAL, REMEDIATION to decide, REEVALUATION to open
     *     after an upheld appeal, PANEL to be named, RUBRIC to be chosen, FREEZE when that and the figures are there and the
     *     whole panel has pledged; or for the operator: HEARING where a veto was raised
     *     on which it is not heard yet, REMEDIATION where it has yet to report a concern as done. Empty for everybody else
     */
    public record WorkItem(
            String evaluation,
            String district,
            String station,
            String title,
            String stage,
            String phase,
            LocalDate onSite,
            LocalDate reportDate,
            OwnSeat seat,
            List<String> undecided) {}

    /**
     * What the caller has to do there, and until when.
     *
     * @param sheet NONE, DRAFT or SUBMITTED
     * @param scored how many items of its sheet have a score or NA
     * @param items how many there are for its party; 0 before the rubric is pinned
     * @param findings whether there are findings of its party; told to the lead alone, who submits them
     * @param reopened whether an upheld objection lets its author correct the sheet, who has not yet done so
     * @param toCompare whether a sheet that somebody else of its party typed in from paper waits to be compared
     * @param dueAt null where no deadline is set
     * @param partySubmitted whether the lead has submitted for the party
     */
    public record OwnSeat(
            String evaluator,
            String party,
            boolean lead,
            boolean pledged,
            String sheet,
            int scored,
            int items,
            Boolean findings,
            boolean reopened,
            boolean toCompare,
            Instant dueAt,
            boolean overdue,
            boolean partySubmitted) {}

    @GET
    @Operation(summary = "本账号参与的评估：各自的席位、待办与截止时间，进行中的在前，其中新开启的在前；带 waiting=true 时只列有待本账号办理的、其为组长而本方未提交的、承办方准备中的和征求意见中的")
    public WorkPage list(
            @QueryParam("phase") String phase,
            @QueryParam("waiting") String waiting,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        WorkQuery query = WorkQuery.of(phase, waiting, after, limit);
        List<WorkItem> found = workList.page(query);
        return found.size() > query.limit()
                ? new WorkPage(
                        found.subList(0, query.limit()),
                        found.get(query.limit() - 1).evaluation())
                : new WorkPage(found, null);
    }
}
