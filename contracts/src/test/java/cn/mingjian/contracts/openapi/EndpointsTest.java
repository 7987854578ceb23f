package cn.mingjian.contracts.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {

    private static final Map<String, String> NAMES = Map.of(
            "jakarta/ws/rs/Path", "public @interface Path { String value(); }",
            "jakarta/ws/rs/GET", "public @interface GET {}",
            "jakarta/ws/rs/PUT", "public @interface PUT {}",
            "io/vertx/ext/web/Router", "public interface Router { void route(); }");

    @TempDir
    private Path folder;

    @Test
    void areWhatTheResourcesAnswerToWithoutPatterns() throws IOException {
        Path classes = compiled("""
                import jakarta.ws.rs.*;
                @Path("/v1/stations") class Stations {
                    @GET public void all() {}
                    @GET @Path("{station: [a-z]{1,9}}/versions/{version}") public void one() {}
                    @PUT @Path("/{station}/") void keep() {}
                    void help() {}
                }
                @Path("/v1/others") interface Others { @GET void asked(); }
                """);

        assertThat(Endpoints.of(classes))
                .containsExactly(
                        "GET /v1/stations",
                        "GET /v1/stations/{station}/versions/{version}",
                        "PUT /v1/stations/{station}");
    }

    @Test
    void refuseRoutesThatNoDocumentWouldTellOf() throws IOException {
        Path classes = compiled("""
                class Shortcut { void open(io.vertx.ext.web.Router router) { router.route(); } }
                """);

        assertThatIllegalStateException()
                .isThrownBy(() -> Endpoints.of(classes))
                .withMessageContaining("Shortcut uses io/vertx/ext/web/Router");
    }

    @Test
    void endTheBuildWhenTheFileDoesNotTellOfOne() throws IOException {
        Path classes = compiled("""
                import jakarta.ws.rs.*;
                @Path("/v1/stations") class Stations { @GET public void all() {} @PUT @Path("hidden") public void one() {} }
                """);
        String file = Files.writeString(folder.resolve("openapi.yaml"), "paths: {/v1/stations: {get: {}}}")
                .toString();

        assertThatIllegalStateException()
                .isThrownBy(() -> AgreedFile.main(
                        new String[] {file, folder.resolve("none").toString(), file, "true", classes.toString()}))
                .withMessageContaining("hidden from the OpenAPI file: [PUT /v1/stations/hidden]");
    }

    private Path compiled(String source) throws IOException {
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            String annotation = name.getValue().contains("@")
                    ? "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) "
                    : "";
            write(
                    name.getKey(),
                    "package " + name.getKey().replaceFirst("/[^/]*$", "").replace('/', '.') + "; " + annotation
                            + name.getValue());
        }
        write("Service", source);
        Path classes = folder.resolve("classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder)) {
            List<Path> all =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-d", classes.toString()),
                                    null,
                                    files.getJavaFileObjectsFromPaths(all))
                            .call())
                    .isTrue();
        }
        Files.delete(classes.resolve("io/vertx/ext/web/Router.class"));
        return classes;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
