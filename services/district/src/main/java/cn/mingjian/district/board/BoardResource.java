package cn.mingjian.district.board;

import cn.mingjian.district.form.Codes;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The board of a district. */
@Path("/v1/districts/{district}/board")
@Tag(name = "区级看板")
@RunOnVirtualThread
class BoardResource {
    private final Board board;
    private final Caller caller;

    BoardResource(Board board, Caller caller) {
        this.board = board;
        this.caller = caller;
    }

    /** All evaluations of the district. */
    record BoardView(List<EntryView> evaluations) {}

    /** One evaluation; total and grade are null until it is closed. */
    record EntryView(
            String evaluation,
            String station,
            String title,
            String stage,
            String phase,
            @Nullable String total,
            @Nullable String grade,
            @Nullable Instant issuedAt) {
        static EntryView of(BoardEntryEntity entry) {
            return new EntryView(
                    entry.evaluation,
                    entry.station,
                    entry.title,
                    entry.stage,
                    entry.phase,
                    entry.total,
                    entry.grade,
                    entry.issuedAt);
        }
    }

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "全区各站评估的进度，办结后含总分和等级")
    public BoardView read(@PathParam("district") String code) {
        Place district = Codes.district(code);
        caller.require(Roles.BUREAU, district);
        return new BoardView(board.of(code).stream().map(EntryView::of).toList());
    }
}
