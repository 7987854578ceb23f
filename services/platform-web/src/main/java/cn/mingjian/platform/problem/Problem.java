package cn.mingjian.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire form of a refusal (RFC 9457, {@code application/problem+json}).
 *
 * @param type stable URN: {@code urn:mingjian:problem:<service>:<code>}
 * @param errors every single refusal when there are several, or when one is about a field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<Item> errors,
        @Nullable String trace) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** What nobody foresaw: the trace id leads to the log, and nothing else is said. */
    public static Problem internal(String service, @Nullable String instance, String trace) {
        return new Problem(
                "urn:mingjian:problem:" + service + ":internal", "系统内部错误", 500, "请将追踪编号告知管理员", instance, null, trace);
    }

    /** One refusal among several. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String type, @Nullable String pointer, String detail) {}
}
