package cn.mingjian.cli.archive;

import cn.mingjian.cli.bundle.CsvFile;
import cn.mingjian.cli.platform.Halt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes the files of a bundle. */
record BundleFolder(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A table with all columns that the file may have; rows are read by the columns' names, null is an empty cell. */
    void csv(CsvFile file, List<JsonNode> rows) {
        StringBuilder text = new StringBuilder(String.join(",", file.columns())).append('\n');
        for (JsonNode row : rows) {
            text.append(file.columns().stream()
                            .map(column -> cell(row.path(column)))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        write(file.file(), text.toString());
    }

    /** A document without its nulls; words that would read as something else come out quoted. */
    void yaml(String file, JsonNode document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        write(file, new Yaml(options).dump(JSON.convertValue(withoutNulls(document), Object.class)));
    }

    void json(String file, JsonNode document) {
        write(file, document.toPrettyString() + "\n");
    }

    void write(String file, String text) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.writeString(target, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Halt("无法写入 %s：%s", folder.resolve(file), e.getMessage());
        }
    }

    private static String cell(JsonNode value) {
        String text = value.isNull() || value.isMissingNode() ? "" : value.asText();
        return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node.isObject()) {
            var object = JSON.createObjectNode();
            node.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    object.set(field.getKey(), withoutNulls(field.getValue()));
                }
            });
            return object;
        }
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(element -> array.add(withoutNulls(element)));
            return array;
        }
        return node;
    }
}
