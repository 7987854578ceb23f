package cn.mingjian.scoring.attachment;

import cn.mingjian.scoring.evaluation.Answers;
import cn.mingjian.scoring.evaluation.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Files of a round. */
@Path("/v1/evaluations/{evaluation}/attachments")
@RunOnVirtualThread
@RolesAllowed({
    Roles.BUREAU,
    Roles.OPERATOR,
    Roles.THIRD_PARTY,
    Roles.SUPERVISORY_CENTER,
    Roles.PURCHASER,
    Roles.SUPERVISOR
})
public class AttachmentResource {

    private final AttachmentService service;
    private final AttachmentRegister register;

    AttachmentResource(AttachmentService service, AttachmentRegister register) {
        this.service = service;
        this.register = register;
    }

    /** In the order of attaching. */
    public record AttachmentList(List<AttachmentView> attachments) {}

    @GET
    @Operation(summary = "可见的附件：评委上传的对本人与本方组长，民政局与承办方上传的对评估团队")
    public AttachmentList list(@PathParam("evaluation") String code) {
        return new AttachmentList(
                register.readable(code).stream().map(AttachmentView::of).toList());
    }

    @PUT
    @Path("/{digest}")
    @Consumes({
        "application/pdf",
        "image/png",
        "image/jpeg",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @Operation(summary = "上传附件；digest 为内容的 SHA-256，重复上传同一内容无影响")
    public RestResponse<AttachmentView> put(
            @PathParam("evaluation") String code,
            @PathParam("digest") String digest,
            @QueryParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @NotNull InputStream content) {
        // A wildcard is taken for any of them, and says none.
        FileType its = FileType.of(type.getType() + "/" + type.getSubtype()).orElseThrow(NotSupportedException::new);
        var kept = service.put(code, digest, name, its, content);
        return Answers.kept(kept.isNew(), AttachmentView.of(kept.attachment()));
    }

    @GET
    @Path("/{digest}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "下载附件")
    public Response content(@PathParam("evaluation") String code, @PathParam("digest") String digest) {
        Attachment attachment = register.readable(code, digest);
        // Downloaded under its name, never shown in place: nothing in it runs under the platform's address.
        return Response.ok(service.open(attachment), MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, attachment.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(attachment.name(), StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .build();
    }
}
