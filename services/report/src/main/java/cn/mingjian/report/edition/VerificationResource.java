package cn.mingjian.report.edition;

import cn.mingjian.platform.code.SecretCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lets anybody who holds a printed report verify it. The code travels in the body, never in a logged URL. */
@Path("/v1/issued-reports/verifications")
@RunOnVirtualThread
public class VerificationResource {

    private final ReportService service;

    VerificationResource(ReportService service) {
        this.service = service;
    }

    /** The code on the report's last page. */
    public record Request(String code) {}

    /** The report that the code belongs to; the digest is the SHA-256 of its PDF. */
    public record VerifiedReport(String title, Instant issuedAt, String pdfDigest) {}

    @POST
    @PermitAll
    @Operation(summary = "核验已签发的报告")
    public VerifiedReport verify(@NotNull Request request) {
        ReportService.Verified verified = service.verify(code(request));
        return new VerifiedReport(verified.title(), verified.issuedAt(), verified.pdfDigest());
    }

    private static SecretCode code(Request request) {
        return Optional.ofNullable(request.code()).flatMap(SecretCode::parse).orElseThrow(ReportService::notVerified);
    }
}
