package cn.mingjian.contracts.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads and writes a YAML document as maps, lists and scalars. */
public final class Yaml {

    private static final int WIDTH = 120;

    private Yaml() {}

    /** @throws IllegalStateException naming the file, line and column where it is no YAML, or where a key comes twice */
    static @Nullable Object read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(Files.readString(file));
        } catch (YAMLException broken) {
            throw new IllegalStateException(file + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** Writes a document in block form, keys in their order. */
    public static void write(@Nullable Object document, Path file) throws IOException {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setWidth(WIDTH);
        options.setSplitLines(false);
        // Readers take only so many aliases.
        options.setDereferenceAliases(true);
        Files.writeString(file, new org.yaml.snakeyaml.Yaml(options).dump(document));
    }
}
