package cn.mingjian.acceptance.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The files of a bundle; every scalar is the text that stands there. */
final class BundleFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CsvMapper CSV = new CsvMapper();

    private final Path folder;

    BundleFiles(Path folder) {
        this.folder = folder;
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** The rows of a table, in order. */
    List<Row> rows(String file) {
        if (!has(file)) return List.of();
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (var found = CSV.readerForMapOf(String.class).with(header).<Map<String, String>>readValues(text(file))) {
            List<Row> rows = new ArrayList<>();
            while (found.hasNextValue()) rows.add(new Row(found.nextValue()));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> lines(String file) {
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (String line : text(file).lines().toList()) if (!line.isBlank()) lines.add(JSON.readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    Tree yaml(String file) {
        if (!has(file)) return Tree.NOTHING;
        return new Tree(Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text(file)))));
    }

    private String text(String file) {
        try {
            String text = Files.readString(folder.resolve(file));
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row of a table; an empty cell is an absent one. */
    record Row(Map<String, String> cells) {
        String text(String column) {
            return optional(column).orElseThrow(() -> new IllegalArgumentException(column + " is empty: " + cells));
        }

        Optional<String> optional(String column) {
            return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
        }

        boolean flag(String column) {
            return text(column).equals("true");
        }
    }

    /** A place in a YAML file, perhaps one where nothing stands. */
    record Tree(Optional<Node> node) {
        static final Tree NOTHING = new Tree(Optional.empty());

        Tree at(String... keys) {
            Tree found = this;
            for (String key : keys) found = found.entries().getOrDefault(key, NOTHING);
            return found;
        }

        Map<String, Tree> entries() {
            Map<String, Tree> entries = new LinkedHashMap<>();
            if (node.orElse(null) instanceof MappingNode mapping)
                mapping.getValue()
                        .forEach(entry -> entries.put(
                                ((ScalarNode) entry.getKeyNode()).getValue(),
                                new Tree(Optional.of(entry.getValueNode()))));
            return entries;
        }

        List<Tree> elements() {
            return node.orElse(null) instanceof SequenceNode sequence
                    ? sequence.getValue().stream()
                            .map(element -> new Tree(Optional.of(element)))
                            .toList()
                    : List.of();
        }

        Optional<String> optional() {
            return node.filter(ScalarNode.class::isInstance)
                    .map(found -> ((ScalarNode) found).getValue())
                    .filter(text -> !text.isEmpty());
        }

        String text() {
            return optional().orElseThrow(() -> new IllegalArgumentException("a YAML key is missing"));
        }
    }
}
