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
import jakarta.ws.rs.QueryParam;
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

    /**
     * A page of the district's evaluations.
     *
     * @param next what {@code after} has to say for the next page; null on the last one
     */
    record BoardView(List<EntryView> evaluations, @Nullable String next) {
        static BoardView of(List<BoardEntryEntity> found, int limit) {
            List<BoardEntryEntity> page = found.subList(0, Math.min(limit, found.size()));
            return new BoardView(
                    page.stream().map(EntryView::of).toList(),
                    found.size() > limit ? BoardCursor.after(page.getLast()).toString() : null);
        }
    }

    /** One evaluation; total and grade are null until it is closed. */
    record EntryView(
            String evaluation,
            String station,
            @Nullable String stationName,
            @Nullable String town,
            String title,
            String stage,
            String phase,
            @Nullable String total,
            @Nullable String grade,
            @Nullable Instant issuedAt) {
        static EntryView of(BoardEntryEntity entry) {
            boolean isClosed = entry.phase.equals(BoardQuery.Phase.CLOSED.name());
            return new EntryView(
                    entry.evaluation,
                    entry.station,
                    entry.stationName,
                    entry.town,
                    entry.title,
                    entry.stage,
                    entry.phase,
                    isClosed ? entry.total : null,
                    isClosed ? entry.grade : null,
                    entry.issuedAt);
        }
    }

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "全区各站评估的进度，办结后含总分和等级；可按 phase、stage、town 筛选，以 text 查找，以 after 续页")
    public BoardView read(
            @PathParam("district") String code,
            @QueryParam("phase") @Nullable String phase,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("town") @Nullable String town,
            @QueryParam("text") @Nullable String text,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Place district = Codes.district(code);
        caller.require(Roles.BUREAU, district);
        BoardQuery query = BoardQuery.parse(phase, stage, town, text, after, limit);
        return BoardView.of(board.page(code, query), query.limit());
    }
}
