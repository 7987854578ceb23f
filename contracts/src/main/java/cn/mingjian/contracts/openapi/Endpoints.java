package cn.mingjian.contracts.openapi;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a service's compiled classes answer to, whether its OpenAPI document tells of it or hides it. */
final class Endpoints {

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final String JAX_RS = "Ljakarta/ws/rs/";
    private static final Set<String> ROUTERS = Set.of("io/vertx/ext/web/Router", "io/quarkus/vertx/web/Route");

    private Endpoints() {}

    /**
     * Each as {@code GET /v1/stations/{station}}, in order; without the patterns of path parameters.
     *
     * @throws IllegalStateException naming a class that would answer past its resources
     */
    static Set<String> of(Path classes) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files(classes)) {
            ClassModel type = ClassFile.of().parse(file);
            refuseRoutes(type);
            // An interface is what the service asks of others.
            if (!type.flags().has(AccessFlag.INTERFACE)) {
                for (MethodModel method : type.methods()) {
                    METHODS.stream()
                            .filter(verb -> annotation(method, verb).isPresent())
                            .forEach(verb -> found.add(verb + " " + plain(path(type) + path(method))));
                }
            }
        }
        return found;
    }

    private static List<Path> files(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static void refuseRoutes(ClassModel type) {
        type.constantPool().forEach(entry -> {
            if (entry instanceof ClassEntry used && ROUTERS.contains(used.asInternalName())) {
                throw new IllegalStateException(type.thisClass().asInternalName() + " uses " + used.asInternalName()
                        + ": what it answers to would stand in no OpenAPI file");
            }
        });
    }

    private static String path(AttributedElement element) {
        String path = annotation(element, "Path").stream()
                .flatMap(annotation -> annotation.elements().stream())
                .map(AnnotationElement::value)
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .findFirst()
                .orElse("");
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    private static Optional<Annotation> annotation(AttributedElement element, String name) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .map(RuntimeVisibleAnnotationsAttribute::annotations)
                .flatMap(List::stream)
                .filter(annotation -> annotation.className().equalsString(JAX_RS + name + ";"))
                .findFirst();
    }

    /** {@code /versions/{version: [0-9]{1,9}}} is {@code /versions/{version}}. */
    private static String plain(String path) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean pattern = false;
        for (char character : path.toCharArray()) {
            if (character == '{' && depth++ == 0) pattern = false;
            if (character == '}' && --depth == 0) pattern = false;
            if (character == ':' && depth == 1) pattern = true;
            if (!pattern) plain.append(character);
        }
        return plain.toString().replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
    }
}
