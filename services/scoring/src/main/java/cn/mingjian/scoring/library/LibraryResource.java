package cn.mingjian.scoring.library;

import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import cn.mingjian.scoring.rubric.RubricDocument;
import cn.mingjian.scoring.score.RubricComparison;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** A district's rubrics. */
@Path("/v1/districts/{district}/rubrics")
@RunOnVirtualThread
public class LibraryResource {

    private static final String VERSION = "/{rubric}/versions/{version}";

    private final LibraryService service;

    LibraryResource(LibraryService service) {
        this.service = service;
    }

    /** A version without its tree. */
    public record RubricLine(String code, String version, String state, Instant recordedAt, Instant publishedAt) {

        static RubricLine of(RubricVersion version) {
            return new RubricLine(
                    version.rubric().code(),
                    version.rubric().version(),
                    version.state(),
                    version.recordedAt(),
                    version.publishedAt());
        }
    }

    /** All versions of all rubrics. */
    public record RubricLines(List<RubricLine> rubrics) {}

    /**
     * Two versions side by side.
     *
     * @param left the other version
     * @param leftStep what every score of the other version is a multiple of
     */
    public record ComparisonView(
            String left, String right, String leftStep, String rightStep, List<ComparedLine> lines) {

        static ComparisonView of(String left, String right, RubricComparison comparison) {
            return new ComparisonView(
                    left,
                    right,
                    comparison.leftStep(),
                    comparison.rightStep(),
                    comparison.lines().stream()
                            .map(line -> new ComparedLine(
                                    line.party().name(),
                                    line.left().orElse(null),
                                    line.right().orElse(null),
                                    line.changed()))
                            .toList());
        }
    }

    /** A category or item; {@code left} is null for one that was added, {@code right} for one that was removed. */
    public record ComparedLine(
            String party,
            RubricComparison.Node left,
            RubricComparison.Node right,
            Set<RubricComparison.Field> changed) {}

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "本区的评估指标体系及各版")
    public RubricLines list(@PathParam("district") String district) {
        return new RubricLines(
                service.list(district).stream().map(RubricLine::of).toList());
    }

    @PUT
    @Path(VERSION)
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "保存一版评估指标体系（发布前为草稿，可反复保存）")
    public RestResponse<RubricLine> put(
            @PathParam("district") String district,
            @PathParam("rubric") String code,
            @PathParam("version") String version,
            @NotNull RubricDocument document) {
        return answer(service.put(district, code, version, document));
    }

    @GET
    @Path(VERSION)
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "一版评估指标体系")
    public RubricVersion get(
            @PathParam("district") String district,
            @PathParam("rubric") String code,
            @PathParam("version") String version) {
        return service.get(district, code, version);
    }

    @PUT
    @Path(VERSION + "/publication")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "发布一版评估指标体系；此后不能更改")
    public RestResponse<RubricLine> publish(
            @PathParam("district") String district,
            @PathParam("rubric") String code,
            @PathParam("version") String version) {
        return answer(service.publish(district, code, version));
    }

    @GET
    @Path(VERSION + "/comparison/{other}")
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "与另一版逐项对照")
    public ComparisonView compare(
            @PathParam("district") String district,
            @PathParam("rubric") String code,
            @PathParam("version") String version,
            @PathParam("other") String other) {
        return ComparisonView.of(other, version, service.compare(district, code, version, other));
    }

    @GET
    @Path(VERSION + "/rubric.yaml")
    @RolesAllowed(Roles.BUREAU)
    @Produces(RubricYaml.MEDIA_TYPE)
    @Operation(summary = "导出为 YAML")
    public Response yaml(
            @PathParam("district") String district,
            @PathParam("rubric") String code,
            @PathParam("version") String version) {
        return Response.ok(RubricYaml.write(service.get(district, code, version).rubric()), RubricYaml.MEDIA_TYPE)
                .build();
    }

    @PUT
    @Path(VERSION + "/rubric.yaml")
    @RolesAllowed(Roles.BUREAU)
    @Consumes(RubricYaml.MEDIA_TYPE)
    @Operation(summary = "由 YAML 导入（草稿）")
    public RestResponse<RubricLine> putYaml(
            @PathParam("district") String district,
            @PathParam("rubric") String code,
            @PathParam("version") String version,
            @NotNull byte[] file) {
        return answer(service.put(district, code, version, RubricYaml.read(file)));
    }

    @GET
    @Path(VERSION + "/rubric.xlsx")
    @RolesAllowed(Roles.BUREAU)
    @Produces(RubricWorkbook.MEDIA_TYPE)
    @Operation(summary = "导出为工作簿")
    public Response workbook(
            @PathParam("district") String district,
            @PathParam("rubric") String code,
            @PathParam("version") String version) {
        return Response.ok(
                        RubricWorkbook.write(
                                service.get(district, code, version).rubric()),
                        RubricWorkbook.MEDIA_TYPE)
                .build();
    }

    @PUT
    @Path(VERSION + "/rubric.xlsx")
    @RolesAllowed(Roles.BUREAU)
    @Consumes(RubricWorkbook.MEDIA_TYPE)
    @Operation(summary = "由工作簿导入（草稿）")
    public RestResponse<RubricLine> putWorkbook(
            @PathParam("district") String district,
            @PathParam("rubric") String code,
            @PathParam("version") String version,
            @NotNull byte[] file) {
        return answer(service.put(district, code, version, RubricWorkbook.read(file)));
    }

    private static RestResponse<RubricLine> answer(LibraryService.Changed changed) {
        return Answers.kept(changed.isNew(), RubricLine.of(changed.version()));
    }
}
