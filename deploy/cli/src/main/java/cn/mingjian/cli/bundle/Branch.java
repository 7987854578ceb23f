package cn.mingjian.cli.bundle;

import cn.mingjian.rules.form.Field;
import cn.mingjian.rules.form.Form;
import cn.mingjian.rules.form.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a YAML file: a value with its dotted path and the line of its key. Asking for what is below it reports what
 * is missing there or has another form, once.
 */
final class Branch {
    private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");

    /** What faults of the file as a whole are told as. */
    private static final String FILE_ITSELF = "yaml";

    private final String file;
    private final String path;
    private final int line;
    private final Node node;
    private final Faults faults;

    Branch(String file, String path, int line, Node node, Faults faults) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.node = node;
        this.faults = faults;
    }

    String file() {
        return file;
    }

    String path() {
        return path;
    }

    int line() {
        return line;
    }

    void fault(String message) {
        faults.add(wrong(message));
    }

    /** This place as wrong. */
    Fault wrong(String message) {
        return new Fault(file, line, path.isEmpty() ? FILE_ITSELF : path, message);
    }

    /** The words of a needed key, when they are there and have the form. */
    Optional<String> need(String key, Form form) {
        return needed(key).flatMap(below -> below.words(form));
    }

    /** The words of all keys that a mapping of this shape has. */
    Values values(Shape shape) {
        Map<String, Branch> places = children();
        Map<String, String> words = new LinkedHashMap<>();
        for (Field field : shape.fields()) {
            (field.mayBeEmpty() ? optional(field.name()) : needed(field.name()))
                    .flatMap(below -> below.words(field.form()))
                    .ifPresent(value -> words.put(field.name(), value));
        }
        return new Values(places, words);
    }

    /** A needed mapping. */
    Optional<Branch> map(String key) {
        return needed(key).filter(Branch::isMapping);
    }

    /** A mapping that may be absent. */
    Optional<Branch> mayMap(String key) {
        return optional(key).filter(Branch::isMapping);
    }

    /** The elements of a needed list, which is not empty. */
    List<Branch> list(String key) {
        Optional<Branch> below = needed(key);
        below.filter(b -> b.node instanceof SequenceNode list && list.getValue().isEmpty())
                .ifPresent(b -> b.fault("不能为空"));
        return below.map(Branch::elements).orElse(List.of());
    }

    /** The elements of a list that may be absent or empty. */
    List<Branch> mayList(String key) {
        return optional(key).map(Branch::elements).orElse(List.of());
    }

    /** The keys below this mapping. */
    Set<String> keys() {
        return children().keySet();
    }

    /** What is below a key, whatever it is. */
    Optional<Branch> at(String key) {
        return Optional.ofNullable(children().get(key));
    }

    /** Whether there is anything below a key. */
    boolean has(String key) {
        return optional(key).isPresent();
    }

    /** Reports a needed key that is not there: at the line of the mapping that should have it. */
    void missing(String key) {
        faults.add(file, line, below(key), "缺少这一项");
    }

    private Optional<Branch> needed(String key) {
        Optional<Branch> below = at(key);
        if (below.isEmpty()) {
            missing(key);
        } else if (below.get().isNothing()) {
            below.get().fault("不能为空");
        }
        return below.filter(b -> !b.isNothing());
    }

    private Optional<Branch> optional(String key) {
        return at(key).filter(b -> !b.isNothing());
    }

    /** The words of this value itself, when it has the form. */
    Optional<String> words(Form form) {
        if (!(node instanceof ScalarNode scalar)) {
            fault("应为单个值");
            return Optional.empty();
        }
        Optional<String> wrong = isNothing() ? Optional.of("不能为空") : form.fault(scalar.getValue());
        wrong.ifPresent(this::fault);
        return wrong.isPresent() ? Optional.empty() : Optional.of(scalar.getValue());
    }

    boolean isMapping() {
        if (!(node instanceof MappingNode)) {
            fault("应为一组键和值");
        }
        return node instanceof MappingNode;
    }

    /** The elements of this value itself, which has to be a list. */
    List<Branch> elements() {
        if (!(node instanceof SequenceNode list)) {
            fault("应为列表");
            return List.of();
        }
        List<Branch> elements = new ArrayList<>();
        for (Node element : list.getValue()) {
            String place = "%s[%d]".formatted(path, elements.size());
            elements.add(new Branch(file, place, lineOf(element), element, faults));
        }
        return elements;
    }

    /** The elements of this value that are mappings; the others are reported. */
    List<Branch> mappings() {
        return elements().stream().filter(Branch::isMapping).toList();
    }

    boolean isNothing() {
        return node instanceof ScalarNode scalar
                && (scalar.getValue().isBlank()
                        || scalar.getScalarStyle() == ScalarStyle.PLAIN && NULLS.contains(scalar.getValue()));
    }

    /** The same as JSON, every value as the words that are written there. */
    JsonNode json() {
        return switch (node) {
            case MappingNode mapping -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                children().forEach((key, below) -> object.set(key, below.json()));
                yield object;
            }
            case SequenceNode list -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                elements().forEach(element -> array.add(element.json()));
                yield array;
            }
            case ScalarNode scalar when !isNothing() -> JsonNodeFactory.instance.textNode(scalar.getValue());
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    /** Reports every key that occurs twice in its mapping: at its second line; the first one counts. */
    void reportRepeated() {
        reportRepeated(Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void reportRepeated(Set<Node> visited) {
        if (!visited.add(node)) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            Map<String, Branch> first = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                Branch below = child(tuple);
                Branch earlier = first.putIfAbsent(word(tuple.getKeyNode()), below);
                if (earlier != null) {
                    below.fault("与第 %d 行重复".formatted(earlier.line));
                }
                below.reportRepeated(visited);
            }
        } else if (node instanceof SequenceNode) {
            elements().forEach(element -> element.reportRepeated(visited));
        }
    }

    private Map<String, Branch> children() {
        Map<String, Branch> children = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> children.putIfAbsent(word(tuple.getKeyNode()), child(tuple)));
        }
        return children;
    }

    private Branch child(NodeTuple tuple) {
        return new Branch(
                file, below(word(tuple.getKeyNode())), lineOf(tuple.getKeyNode()), tuple.getValueNode(), faults);
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String word(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
