package cn.mingjian.cli.bundle;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.ComposerException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** Opens a YAML file of the bundle. */
final class Yaml {
    private static final int DEEPEST = 400;
    private static final int MOST_REFERENCES = 1000;

    private Yaml() {}

    /** The file's root; nothing when the file is absent or is no YAML, which is reported. */
    static Optional<Branch> read(String file, boolean needed, Folder folder) {
        return folder.text(file, needed).flatMap(text -> parse(file, text, folder.faults()));
    }

    /** The root of a file that has to be there and to hold keys. */
    static Optional<Branch> readKeys(String file, Folder folder) {
        return read(file, true, folder).filter(root -> root.isNothing() || root.isMapping());
    }

    private static Optional<Branch> parse(String file, String text, Faults faults) {
        try {
            Node node = new org.yaml.snakeyaml.Yaml(options()).compose(new StringReader(text));
            Optional<Integer> tangled = References.tangledLine(node);
            if (tangled.isPresent()) {
                faults.add(file, tangled.get(), "yaml", "引用了自身，或引用过多");
                return Optional.empty();
            }
            Branch root = new Branch(file, "", 1, node == null ? nothing() : node, faults);
            root.reportRepeated();
            return Optional.of(root);
        } catch (MarkedYAMLException e) {
            faults.add(file, openedAbove(text, lineOf(e)), "yaml", "不是有效的 YAML");
        } catch (ReaderException e) {
            String before = text.substring(0, Math.min(text.length(), e.getPosition()));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            faults.add(file, line, "yaml", "含有不可见的控制字符");
        } catch (YAMLException e) {
            faults.add(file, 1, "yaml", "引用或嵌套过多");
        }
        return Optional.empty();
    }

    /** Spreadsheet and script exports repeat equal values by reference; a file full of them is no export. */
    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_REFERENCES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    /**
     * What is left open is wrong where it was opened; in a block it is the line that does not fit, and of a second document
     * where that one begins.
     */
    private static int lineOf(MarkedYAMLException e) {
        boolean here = e instanceof ComposerException
                || e.getContext() == null
                || e.getContext().startsWith("while parsing a block");
        Mark mark = here || e.getContextMark() == null ? e.getProblemMark() : e.getContextMark();
        return mark == null ? 1 : mark.getLine() + 1;
    }

    /**
     * The line itself; or, when a quoted value that began further up ends in it, the line where that began: a quote that
     * is left open ends at the next one, and what is behind does not fit.
     */
    private static int openedAbove(String text, int line) {
        int opened = line;
        try {
            for (Event event : new org.yaml.snakeyaml.Yaml(options()).parse(new StringReader(text))) {
                if (event instanceof ScalarEvent scalar
                        && !scalar.isPlain()
                        && scalar.getEndMark().getLine() + 1 == line) {
                    opened = scalar.getStartMark().getLine() + 1;
                }
            }
        } catch (YAMLException theSame) {
            return opened;
        }
        return opened;
    }

    private static Node nothing() {
        return new ScalarNode(Tag.NULL, "", null, null, ScalarStyle.PLAIN);
    }
}
