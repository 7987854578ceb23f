package cn.mingjian.indicator.evidence;

import cn.mingjian.indicator.evaluation.Evaluation;
import cn.mingjian.indicator.evaluation.EvaluationAccess;
import cn.mingjian.indicator.evaluation.Evaluations;
import cn.mingjian.indicator.evidence.DeclaredDocument.DeclaredFigure;
import cn.mingjian.indicator.evidence.ResourcesDocument.Resource;
import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Declared figures and resources of an evaluation. */
@Path("/v1/evaluations/{evaluation}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EvidenceResource {
    private final Evaluations evaluations;
    private final Evidence evidence;
    private final EvidenceService service;
    private final EvaluationAccess access;

    EvidenceResource(Evaluations evaluations, Evidence evidence, EvidenceService service, EvaluationAccess access) {
        this.evaluations = evaluations;
        this.evidence = evidence;
        this.service = service;
        this.access = access;
    }

    /** Declared figures as stored. */
    record DeclaredFiguresView(int version, List<DeclaredFigure> figures) {}

    /** Resources as stored. */
    record ResourcesView(int version, List<Resource> resources) {}

    @PUT
    @Path("/declared-figures")
    @RolesAllowed("operator")
    @Operation(summary = "填报指标完成量" + Precondition.TOLD)
    public RestResponse<DeclaredFiguresView> declare(
            @PathParam("evaluation") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @NotNull DeclaredDocument document) {
        var stored = service.declare(code, document, new Precondition(ifMatch, ifNoneMatch));
        return RestResponse.status(statusOf(stored), view(stored));
    }

    @GET
    @Path("/declared-figures")
    @RolesAllowed({"bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"})
    @Operation(summary = "已填报的指标完成量")
    public DeclaredFiguresView declared(@PathParam("evaluation") String code) {
        return readable(code)
                .flatMap(evidence::declared)
                .map(EvidenceResource::view)
                .orElseThrow(() -> EvidenceProblem.NOTHING_DECLARED.because("评估 %s 尚未申报完成量", code));
    }

    @PUT
    @Path("/resources")
    @RolesAllowed("operator")
    @Operation(summary = "填报链接的资源" + Precondition.TOLD)
    public RestResponse<ResourcesView> listResources(
            @PathParam("evaluation") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @NotNull ResourcesDocument document) {
        var stored = service.listResources(code, document, new Precondition(ifMatch, ifNoneMatch));
        return RestResponse.status(
                statusOf(stored),
                new ResourcesView(stored.version(), stored.content().resources()));
    }

    @GET
    @Path("/resources")
    @RolesAllowed({"bureau", "operator", "third-party", "supervisory-center", "purchaser", "supervisor"})
    @Operation(summary = "已填报的资源")
    public ResourcesView resources(@PathParam("evaluation") String code) {
        return readable(code)
                .flatMap(evidence::resources)
                .map(stored ->
                        new ResourcesView(stored.version(), stored.content().resources()))
                .orElseThrow(() -> EvidenceProblem.NOTHING_DECLARED.because("评估 %s 尚未申报资源", code));
    }

    /** The evaluation, when the caller may see what there is of it by now. */
    private Optional<Evaluation> readable(String code) {
        return Optional.of(evaluations.require(code))
                .filter(evaluation -> evaluation.isFrozen() || access.readsOpenFigures(evaluation));
    }

    private static DeclaredFiguresView view(Stored<DeclaredDocument> stored) {
        return new DeclaredFiguresView(stored.version(), stored.content().figures());
    }

    private static RestResponse.Status statusOf(Stored<?> stored) {
        return stored.isNew() && stored.version() == 1 ? RestResponse.Status.CREATED : RestResponse.Status.OK;
    }
}
