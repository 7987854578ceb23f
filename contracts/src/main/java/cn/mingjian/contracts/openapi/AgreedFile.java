package cn.mingjian.contracts.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ends a service's build when its OpenAPI file and its code differ: {@code AgreedFile GENERATED EXAMPLES AGREED UPDATE CLASSES}.
 * The file is what the code says, with the examples. With {@code true} as UPDATE the file follows instead, so that a change of
 * the agreement is made on purpose. What the classes answer to and hide from the file ends the build in any case.
 */
public final class AgreedFile {

    private AgreedFile() {}

    /** @throws IllegalStateException naming every place where the two differ */
    public static void main(String[] arguments) throws IOException {
        Path generated = Path.of(arguments[0]);
        Path agreed = Path.of(arguments[2]).normalize();
        Object document = Yaml.read(generated);
        refuseHidden(Bodies.in(generated), Path.of(arguments[4]));
        Examples.into(document, Path.of(arguments[1]));
        if (Boolean.parseBoolean(arguments[3])) {
            Yaml.write(document, agreed);
        } else {
            check(document, agreed);
        }
    }

    private static void refuseHidden(Bodies document, Path classes) throws IOException {
        Set<String> hidden = new TreeSet<>(Endpoints.of(classes));
        hidden.removeAll(document.operations());
        if (!hidden.isEmpty()) {
            throw new IllegalStateException("answered to, and hidden from the OpenAPI file: " + hidden);
        }
    }

    private static void check(@Nullable Object document, Path agreed) throws IOException {
        if (!Files.exists(agreed)) {
            throw new IllegalStateException(agreed + " is missing." + remedy());
        }
        List<String> differences = Differences.between(Yaml.read(agreed), document);
        if (!differences.isEmpty()) {
            throw new IllegalStateException("%s and the code differ in %d places (- the file, + the code):%n%s%n%s"
                    .formatted(agreed, differences.size(), String.join(System.lineSeparator(), differences), remedy()));
        }
    }

    private static String remedy() {
        return "Change the code back, or agree on the change: the same build with -Dcontracts.update rewrites the"
                + " file.";
    }
}
