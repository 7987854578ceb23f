package cn.mingjian.platform.http;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What every operation of every service has in common, written into its OpenAPI file once: how it refuses, what codes and
 * numbers in paths look like, that a PUT which makes something answers 201,
 * or 202 where it takes a stream.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AgreedForm implements OASFilter {

    private static final String RECORDS = "application/x-ndjson";
    private static final String PROBLEM = "Problem";
    private static final String REFERENCE = "#/components/schemas/" + PROBLEM;
    private static final Set<String> CODES = Set.of("district", "station", "agreement", "evaluation");
    private static final Set<String> NUMBERS = Set.of("version", "number");
    /** A method that a path does not know is no operation, so no operation answers it. */
    private static final Set<Kind> OF_OPERATIONS = EnumSet.complementOf(EnumSet.of(Kind.METHOD_UNKNOWN));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        components.addSchema(PROBLEM, problem());
        for (Kind kind : OF_OPERATIONS) {
            components.addResponse(name(kind), refusal(kind));
        }
        for (PathItem path : document.getPaths().getPathItems().values()) {
            path.getOperations().forEach(this::complete);
        }
    }

    private void complete(PathItem.HttpMethod method, Operation operation) {
        boolean open =
                operation.getSecurity() == null || operation.getSecurity().isEmpty();
        if (open) {
            operation.setSecurity(List.of());
        }
        Set<Kind> kinds = EnumSet.copyOf(OF_OPERATIONS);
        // Where nobody needs a token, one that is no good is refused all the same.
        if (open) {
            kinds.remove(Kind.FORBIDDEN);
        }
        if (operation.getRequestBody() == null) {
            kinds.removeAll(Set.of(Kind.TOO_LARGE, Kind.TOO_SLOW, Kind.FORM_NOT_TAKEN, Kind.PRECONDITION_FAILED));
        }
        APIResponse done = operation.getResponses().getAPIResponse("200");
        if (method == PathItem.HttpMethod.PUT && done != null) {
            boolean streamed = operation.getRequestBody() != null
                    && operation.getRequestBody().getContent().hasMediaType(RECORDS);
            // What comes as a stream is kept first and counted later.
            operation
                    .getResponses()
                    .addAPIResponse(
                            streamed ? "202" : "201",
                            OASFactory.createAPIResponse()
                                    .description(streamed ? "Accepted" : "Created")
                                    .content(done.getContent()));
        }
        for (Kind kind : kinds) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            String.valueOf(kind.status()),
                            OASFactory.createAPIResponse().ref("#/components/responses/" + name(kind)));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(AgreedForm::complete);
        }
    }

    private static void complete(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (parameter.getIn() != Parameter.In.PATH || schema == null) {
            return;
        }
        if (CODES.contains(parameter.getName())) {
            schema.setPattern("^[a-z0-9-]{1,64}$");
        } else if (NUMBERS.contains(parameter.getName())) {
            parameter.setSchema(OASFactory.createSchema()
                    .addType(Schema.SchemaType.INTEGER)
                    .format("int32")
                    .minimum(BigDecimal.ONE));
        }
    }

    private static APIResponse refusal(Kind kind) {
        return OASFactory.createAPIResponse()
                .description(description(kind))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(REFERENCE))));
    }

    private static Schema problem() {
        Schema item = object().addProperty("type", urn())
                .addProperty("pointer", text("请求体中的位置（JSON Pointer）"))
                .addProperty("detail", text("不符合什么"))
                .addRequired("type")
                .addRequired("detail");
        return object().description("RFC 9457；type 稳定不变，title 与 detail 供人阅读")
                .addProperty("type", urn())
                .addProperty("title", text("哪一类问题"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599)))
                .addProperty("detail", text("这一次是什么问题"))
                .addProperty("instance", text("请求的路径"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(item))
                .addProperty("trace", text("追踪编号"))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static Schema urn() {
        return text("").pattern("^(about:blank|urn:mingjian:problem:[a-z]+:[a-z0-9-]+)$")
                .description(null);
    }

    /** {@code TOO_LARGE} as a component is called: {@code TooLarge}. */
    private static String name(Kind kind) {
        return Arrays.stream(kind.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String description(Kind kind) {
        return switch (kind) {
            case MALFORMED -> "请求无法识别";
            case UNAUTHENTICATED -> "缺少有效的访问令牌";
            case FORBIDDEN -> "没有执行此操作的权限";
            case NOT_FOUND -> "没有所请求的内容，或不可见";
            case CONFLICT -> "与现有内容或当前阶段冲突";
            case PRECONDITION_FAILED -> "所依据的版本已不是最新";
            case FORM_NOT_OFFERED -> "无法按 Accept 所要求的格式返回";
            case TOO_SLOW -> "请求内容发送过慢";
            case TOO_LARGE -> "请求超过允许的大小";
            case FORM_NOT_TAKEN -> "不接受此格式的内容";
            case TOO_OFTEN -> "请求过于频繁，Retry-After 秒后可再试";
            case METHOD_UNKNOWN -> "该地址不支持此操作";
            case INVALID -> "内容不符合要求，errors 逐条列出";
            case UNAVAILABLE -> "服务暂时不可用";
        };
    }
}
