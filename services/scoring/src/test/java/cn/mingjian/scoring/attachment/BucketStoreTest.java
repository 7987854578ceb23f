package cn.mingjian.scoring.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket store against a real S3 server. */
class BucketStoreTest {

    private static final String DIGEST = "ab".repeat(32);

    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsReadBackAndKeepingItAgainIsHarmless() throws Exception {
        int port = freePort();
        Path settings = Files.writeString(folder.resolve("s3proxy.properties"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v4
                s3proxy.identity=access
                s3proxy.credential=secret
                jclouds.provider=filesystem
                jclouds.filesystem.basedir=%s
                """.formatted(port, folder));
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        classPath(),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        try {
            awaitAnswer(server, port);
            keepsAndReads("http://127.0.0.1:" + port);
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private void keepsAndReads(String endpoint) throws Exception {
        MinioClient client = MinioClient.builder()
                .endpoint(endpoint)
                .region("us-east-1")
                .credentials("access", "secret")
                .build();
        client.makeBucket(MakeBucketArgs.builder().bucket("files").build());
        ContentStore store = new BucketStore(client, "files");
        Path file = Files.writeString(folder.resolve("file"), "满意度调查表");

        store.keep(DIGEST, file);
        store.keep(DIGEST, file);

        try (InputStream content = store.open(DIGEST)) {
            assertThat(content.readAllBytes()).isEqualTo(Files.readAllBytes(file));
        }
        assertThatThrownBy(() -> store.open("cd".repeat(32))).isInstanceOf(IOException.class);
    }

    /** The server's libraries are older than the service's, so that it runs in a process of its own. */
    private static String classPath() throws Exception {
        return MavenArtifactResolver.builder()
                .setWorkspaceDiscovery(false)
                .build()
                .resolveDependencies(new DefaultArtifact("org.gaul", "s3proxy", "jar", "2.6.0"), List.of())
                .getArtifactResults()
                .stream()
                .map(result -> result.getArtifact().getFile().getPath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(Process server, int port) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .failFast(() -> assertThat(server.isAlive()).as(this::log).isTrue())
                .ignoreExceptionsInstanceOf(ConnectException.class)
                .until(() -> {
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                    return true;
                });
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("s3proxy.log"));
        } catch (IOException none) {
            return none.toString();
        }
    }
}
