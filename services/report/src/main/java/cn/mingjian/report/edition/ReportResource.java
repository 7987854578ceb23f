package cn.mingjian.report.edition;

import cn.mingjian.platform.http.LongPoll;
import cn.mingjian.platform.http.PreferWait;
import cn.mingjian.report.evaluation.Roles;
import cn.mingjian.report.rendering.WordEdition;
import cn.mingjian.report.rendering.Workbook;
import cn.mingjian.report.source.Discrepancy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Draft and final report of an evaluation. */
@Path("/v1/evaluations/{evaluation}")
@RunOnVirtualThread
public class ReportResource {

    private static final String PDF = "application/pdf";
    private static final String FILE = "/{file: report\\.(pdf|html|xlsx|docx)}";

    private final ReportService service;
    private final LongPoll longPoll;

    ReportResource(ReportService service, LongPoll longPoll) {
        this.service = service;
        this.longPoll = longPoll;
    }

    /** When a version was made. */
    public record Rendering(int version, Instant renderedAt) {}

    /**
     * The draft's state.
     *
     * @param earlier the versions that this one took the place of, oldest first
     */
    public record DraftView(
            int version, String state, Instant renderedAt, Map<String, String> digests, List<Rendering> earlier) {
        static DraftView of(ReportService.Drafted drafted) {
            ReportService.Shown latest = drafted.latest();
            return new DraftView(latest.version(), "DRAFT", latest.renderedAt(), latest.digests(), drafted.earlier());
        }
    }

    /** The final report's state: RENDERED, then ISSUED. */
    public record FinalView(
            int version, String state, Instant renderedAt, Instant issuedAt, Map<String, String> digests) {
        static FinalView of(ReportService.Shown shown) {
            return new FinalView(
                    shown.version(),
                    shown.issuedAt().isPresent() ? "ISSUED" : "RENDERED",
                    shown.renderedAt(),
                    shown.issuedAt().orElse(null),
                    shown.digests());
        }
    }

    @GET
    @Path("/draft")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Operation(summary = "报告初稿（可等待：Prefer: wait）")
    public DraftView draft(@PathParam("evaluation") String code, @HeaderParam("Prefer") String prefer) {
        return longPoll.until(PreferWait.of(prefer), () -> service.draft(code))
                .map(DraftView::of)
                .orElseThrow(() -> EditionProblem.DRAFT_NOT_READY.because("评估 %s 的报告初稿尚未生成", code));
    }

    @GET
    @Path("/draft" + FILE)
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Produces({PDF, MediaType.TEXT_HTML, WordEdition.MEDIA_TYPE, Workbook.MEDIA_TYPE})
    @Operation(summary = "下载报告初稿")
    public Response draftFile(@PathParam("evaluation") String code, @PathParam("file") String file) {
        return download(service.draftFile(code, file));
    }

    @GET
    @Path("/discrepancies")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "与核算结果不一致的文中数据")
    public List<Discrepancy> discrepancies(@PathParam("evaluation") String code) {
        return service.discrepancies(code);
    }

    @GET
    @Path("/final")
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Operation(summary = "正式报告（可等待：Prefer: wait）；签发前仅民政局与评估团队可见")
    public FinalView finalReport(@PathParam("evaluation") String code, @HeaderParam("Prefer") String prefer) {
        return longPoll.until(PreferWait.of(prefer), () -> service.finalReport(code))
                .map(FinalView::of)
                .orElseThrow(() -> EditionProblem.FINAL_NOT_READY.because("评估 %s 的正式报告尚未生成", code));
    }

    @GET
    @Path("/final" + FILE)
    @RolesAllowed({
        Roles.BUREAU,
        Roles.OPERATOR,
        Roles.THIRD_PARTY,
        Roles.SUPERVISORY_CENTER,
        Roles.PURCHASER,
        Roles.SUPERVISOR
    })
    @Produces({PDF, MediaType.TEXT_HTML, WordEdition.MEDIA_TYPE, Workbook.MEDIA_TYPE})
    @Operation(summary = "下载正式报告")
    public Response finalFile(@PathParam("evaluation") String code, @PathParam("file") String file) {
        return download(service.finalFile(code, file));
    }

    @PUT
    @Path("/final/issue")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "签发正式报告")
    public FinalView issue(@PathParam("evaluation") String code) {
        return FinalView.of(service.issue(code));
    }

    private static Response download(PrintedFile file) {
        return Response.ok(file.content(), file.mediaType())
                .header("ETag", "\"" + file.digest() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'")
                .build();
    }
}
