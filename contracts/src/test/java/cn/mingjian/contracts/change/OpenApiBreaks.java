package cn.mingjian.contracts.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.schema.ChangedEnum;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What of an OpenAPI file its callers can no longer rely on: openapi-diff's judgement, and renamed operations. */
final class OpenApiBreaks {

    private final List<String> breaks = new ArrayList<>();

    private OpenApiBreaks() {}

    /** One entry a break: the operation, then what broke and where in it. */
    static List<String> between(String before, String after) {
        OpenApiBreaks found = new OpenApiBreaks();
        ChangedOpenApi change = OpenApiCompare.fromContents(readable(before), readable(after));
        change.getMissingEndpoints()
                .forEach(gone -> found.breaks.add(gone.getMethod() + " " + gone.getPathUrl() + ": was taken away"));
        for (ChangedOperation operation : change.getChangedOperations()) {
            String at = operation.getHttpMethod() + " " + operation.getPathUrl() + ": ";
            String was = operation.getOldOperation().getOperationId();
            String is = operation.getNewOperation().getOperationId();
            if (!Objects.equals(was, is)) {
                found.breaks.add(at + "operationId was " + was + " and is " + is);
            }
            found.walk(at, "", operation);
        }
        return List.copyOf(found.breaks);
    }

    /** openapi-diff reads the types of OpenAPI 3.0 only; what these files use of 3.1 has a form there. */
    private static String readable(String document) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<Object, Object> tree = yaml.load(document);
        tree.put("openapi", "3.0.3");
        nullable(tree);
        return yaml.dump(tree);
    }

    private static void nullable(@Nullable Object node) {
        if (node instanceof List<?> list) {
            list.forEach(OpenApiBreaks::nullable);
        } else if (node instanceof Map<?, ?> map) {
            map.values().forEach(OpenApiBreaks::nullable);
            if (map.get("type") instanceof List<?> types) {
                @SuppressWarnings("unchecked")
                Map<Object, Object> schema = (Map<Object, Object>) map;
                schema.put("nullable", types.contains("null"));
                schema.put(
                        "type",
                        types.stream()
                                .map(String::valueOf)
                                .filter(type -> !type.equals("null"))
                                .findFirst()
                                .orElse("object"));
            }
        }
    }

    private void walk(String operation, String at, Changed changed) {
        if (!(changed instanceof ComposedChanged composed)) {
            if (changed.isIncompatible() || lostValues(changed)) {
                breaks.add(operation + at + described(changed));
            }
            return;
        }
        parts(composed).forEach(part -> walk(operation, at + part.name(), part.change()));
        if (composed.isCoreChanged().isIncompatible() || lostFields(composed)) {
            breaks.add(operation + at + described(composed));
        }
    }

    /** openapi-diff lets optional fields go; who sends or reads them is not asked. */
    private static boolean lostFields(ComposedChanged changed) {
        return changed instanceof ChangedSchema schema
                && !schema.getMissingProperties().isEmpty();
    }

    /** openapi-diff lets an answer say less than before; who waits for the value that never comes is not asked. */
    private static boolean lostValues(Changed changed) {
        return changed instanceof ChangedEnum<?> values && !values.getMissing().isEmpty();
    }

    /** A part of a change, and the name that leads to it; empty where openapi-diff has a layer of its own. */
    private record Part(String name, Changed change) {}

    private static List<Part> parts(ComposedChanged changed) {
        List<Part> parts = new ArrayList<>();
        switch (changed) {
            case ChangedSchema schema -> {
                schema.getChangedProperties()
                        .forEach((name, property) -> parts.add(new Part("/" + name + " ", property)));
                if (schema.getItems() != null) {
                    parts.add(new Part("/* ", schema.getItems()));
                }
            }
            case ChangedApiResponse responses ->
                responses
                        .getChanged()
                        .forEach((status, answer) -> parts.add(new Part("answer " + status + " ", answer)));
            case ChangedContent content ->
                content.getChanged().forEach((type, media) -> parts.add(new Part(type + " ", media)));
            case ChangedParameters parameters ->
                parameters.getChanged().forEach(each -> parts.add(new Part("parameter " + each.getName() + " ", each)));
            default -> {}
        }
        for (Changed part : changed.getChangedElements()) {
            if (part != null && parts.stream().noneMatch(known -> known.change() == part)) {
                parts.add(new Part("", part));
            }
        }
        return parts;
    }

    private static String described(Changed changed) {
        return switch (changed) {
            case ChangedSchema schema
            when !schema.getMissingProperties().isEmpty() ->
                "fields were taken away: " + schema.getMissingProperties().keySet();
            case ChangedSchema schema
            when schema.isChangedType() ->
                "type was " + schema.getOldSchema().getType() + " and is "
                        + schema.getNewSchema().getType();
            case ChangedSchema schema
            when schema.isChangeFormat() ->
                "format was " + schema.getOldSchema().getFormat() + " and is "
                        + schema.getNewSchema().getFormat();
            case ChangedApiResponse responses ->
                "answers were taken away: " + responses.getMissing().keySet();
            case ChangedContent content ->
                "media types were taken away: " + content.getMissing().keySet();
            case ChangedParameters parameters -> "parameters were taken away or are new and required";
            case ChangedParameter parameter -> "is another parameter than before";
            case ChangedList<?> list ->
                kind(list) + ": taken away " + list.getMissing() + ", added " + list.getIncreased();
            default -> kind(changed) + " changed";
        };
    }

    private static String kind(Changed changed) {
        return changed.getClass().getSimpleName().replace("Changed", "").toLowerCase(java.util.Locale.ROOT);
    }
}
