package cn.mingjian.scoring.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to a ClamAV daemon, and how its answers are read; the daemon itself is not there. */
class ClamdScannerTest {

    @TempDir
    Path folder;

    @Test
    void theWholeFileIsSentAndEachAnswerUnderstood() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[200_000]);

        assertThat(answered("stream: OK\0", file)).isEmpty();
        assertThat(answered("stream: Eicar-Test-Signature FOUND\0", file)).contains("Eicar-Test-Signature");
        assertThatThrownBy(() -> answered("INSTREAM size limit exceeded. ERROR\0", file))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> answered("", file)).isInstanceOf(IOException.class);
    }

    private static Optional<String> answered(String answer, Path file) throws Exception {
        try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> serve(daemon, answer));
            try {
                return new ClamdScanner("127.0.0.1", daemon.getLocalPort()).find(file);
            } finally {
                assertThat(received.get()).isEqualTo(Files.readAllBytes(file));
            }
        }
    }

    private static byte[] serve(ServerSocket daemon, String answer) {
        try (Socket caller = daemon.accept()) {
            DataInputStream in = new DataInputStream(caller.getInputStream());
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.write(in.readNBytes(length));
            }
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return content.toByteArray();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
