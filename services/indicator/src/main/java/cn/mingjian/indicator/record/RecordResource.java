package cn.mingjian.indicator.record;

import cn.mingjian.indicator.evaluation.Evaluation;
import cn.mingjian.indicator.evaluation.Evaluations;
import cn.mingjian.indicator.evaluation.FrozenEvidence;
import cn.mingjian.platform.caller.Place;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The service records behind an evaluation's recorded figures. */
@Path("/v1/evaluations/{evaluation}/service-records")
@RunOnVirtualThread
class RecordResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int PAGE = 1_000;

    private final Evaluations evaluations;
    private final RecordHeads heads;
    private final ObjectMapper json;

    RecordResource(Evaluations evaluations, RecordHeads heads, ObjectMapper json) {
        this.evaluations = evaluations;
        this.heads = heads;
        this.json = json;
    }

    /** One line a record, page by page: a station may have any number of them. */
    @GET
    @RolesAllowed("bureau")
    @Produces(NDJSON)
    @Operation(summary = "站点的服务记录，用于归档：每条取数据冻结时的版本，冻结之前取最高版本")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    public Response all(@PathParam("evaluation") String code) {
        Evaluation evaluation = evaluations.require(code);
        Place station = evaluation.station();
        Instant until = evaluation.frozen().map(FrozenEvidence::at).orElse(null);
        StreamingOutput lines = out -> {
            List<RecordHeads.Head> page = List.of();
            do {
                page = heads.page(station, page.isEmpty() ? "" : page.getLast().id(), PAGE, until);
                write(page, out);
            } while (page.size() == PAGE);
        };
        return Response.ok(lines, NDJSON).build();
    }

    private void write(List<RecordHeads.Head> page, OutputStream out) throws IOException {
        for (RecordHeads.Head head : page) {
            out.write((json.writeValueAsString(head) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
