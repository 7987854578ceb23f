package cn.mingjian.district.board;

import cn.mingjian.district.form.Codes;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.problem.CommonProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The board of a district. */
@Path("/v1/districts/{district}/board")
@Tag(name = "区级看板")
@RunOnVirtualThread
class BoardResource {
    private static final int MOST = 6;

    private final BoardReading board;
    private final Rebuilding rebuilding;
    private final Caller caller;

    BoardResource(BoardReading board, Rebuilding rebuilding, Caller caller) {
        this.board = board;
        this.rebuilding = rebuilding;
        this.caller = caller;
    }

    /** Rounds side by side, in the order in which they were named. */
    record ComparedRounds(List<BoardEntry> evaluations) {}

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(
            summary = "全区各站评估：进度、指标与队伍数据，办结后含总分和等级；可按 phase、stage、town、station、grade、alert、year"
                    + " 筛选，以 text 查找，以 sort 排序（前加 - 为倒序），以 after 续页")
    public BoardReading.BoardView read(
            @PathParam("district") String code,
            @BeanParam BoardQuery query,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        String district = bureaus(code);
        int rows = query.checkedLimit(limit);
        return board.page(district, query, BoardOrder.parse(sort, after), rows);
    }

    @GET
    @Path("/summary")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "看板的汇总：各阶段、等级、镇街、提醒的评估数；筛选同看板")
    public BoardReading.BoardSummary summary(@PathParam("district") String code, @BeanParam BoardQuery query) {
        String district = bureaus(code);
        query.check();
        return board.summary(district, query);
    }

    @GET
    @Path("/comparison")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "并列比较至多 6 个评估，以多个 evaluation 参数指明")
    public ComparedRounds comparison(
            @PathParam("district") String code, @QueryParam("evaluation") List<String> evaluations) {
        String district = bureaus(code);
        List<String> wanted = evaluations.stream().distinct().toList();
        if (wanted.size() > MOST) {
            throw CommonProblem.INVALID_FIELD.because("evaluation 至多 %d 个，收到 %d 个", MOST, wanted.size());
        }
        wanted.forEach(Codes::checked);
        List<BoardEntry> found = board.named(district, wanted);
        wanted.stream()
                .filter(evaluation ->
                        found.stream().noneMatch(entry -> entry.evaluation().equals(evaluation)))
                .findFirst()
                .ifPresent(evaluation -> {
                    throw CommonProblem.NOT_FOUND.because("看板上没有评估 %s", evaluation);
                });
        return new ComparedRounds(found);
    }

    @GET
    @Path("/board.xlsx")
    @RolesAllowed(Roles.BUREAU)
    @Produces(BoardWorkbook.MEDIA_TYPE)
    @Operation(summary = "导出为工作簿；筛选与排序同看板，不分页")
    public Response workbook(
            @PathParam("district") String code, @BeanParam BoardQuery query, @QueryParam("sort") @Nullable String sort)
            throws IOException {
        String district = bureaus(code);
        query.check();
        BoardOrder order = BoardOrder.parse(sort, null);
        // A row is some 200 bytes once packed: the file is held, the rows are not.
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (BoardWorkbook workbook = new BoardWorkbook(file)) {
            board.all(district, query, order, workbook::add);
        }
        return Response.ok(file.toByteArray(), BoardWorkbook.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"board.xlsx\"")
                .build();
    }

    @PUT
    @Path("/rebuilding")
    @RolesAllowed({Roles.INSTALLER, Roles.BUREAU})
    @Operation(summary = "由全部事件重建看板；重建期间看板照常可读")
    public Rebuilding.RebuildingState rebuild(@PathParam("district") String code) {
        return rebuilding.ask(keepers(code));
    }

    @GET
    @Path("/rebuilding")
    @RolesAllowed({Roles.INSTALLER, Roles.BUREAU})
    @Operation(summary = "最近一次重建看板的情况；没有重建过的各项为空")
    public Rebuilding.RebuildingState rebuilding(@PathParam("district") String code) {
        return rebuilding.state(keepers(code));
    }

    private String keepers(String code) {
        Place district = Codes.district(code);
        caller.requireAny(district, Roles.INSTALLER, Roles.BUREAU);
        return district.district();
    }

    private String bureaus(String code) {
        Place district = Codes.district(code);
        caller.require(Roles.BUREAU, district);
        return district.district();
    }
}
