package cn.mingjian.cli.bundle;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** How large a YAML file becomes when its references are followed: a few lines can stand for billions of values. */
final class References {
    private static final long MOST_NODES = 2_000_000;
    private static final long NEVER_ENDS = Long.MAX_VALUE / 4;

    private final Map<Node, Long> sizes = new IdentityHashMap<>();

    private References() {}

    /** The line of a value that leads back to itself, or that becomes too large. */
    static Optional<Integer> tangledLine(@Nullable Node root) {
        return root == null ? Optional.empty() : new References().tangled(root);
    }

    private Optional<Integer> tangled(Node node) {
        if (sizes.containsKey(node)) {
            return Optional.empty();
        }
        sizes.put(node, NEVER_ENDS);
        long size = 1;
        for (Entry entry : entries(node)) {
            Optional<Integer> line = tangled(entry.value());
            size += sizes.getOrDefault(entry.value(), 0L);
            if (line.isPresent() || size > MOST_NODES) {
                return line.isPresent() ? line : Optional.of(lineOf(entry.place()));
            }
        }
        sizes.put(node, size);
        return Optional.empty();
    }

    /** A value, and what shows where it stands: its key, which a reference leaves in place, or itself. */
    private record Entry(Node place, Node value) {}

    private static List<Entry> entries(Node node) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .flatMap(pair -> Stream.of(
                                new Entry(pair.getKeyNode(), pair.getKeyNode()),
                                new Entry(pair.getKeyNode(), pair.getValueNode())))
                        .toList();
            case SequenceNode list ->
                list.getValue().stream().map(each -> new Entry(node, each)).toList();
            default -> List.of();
        };
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
