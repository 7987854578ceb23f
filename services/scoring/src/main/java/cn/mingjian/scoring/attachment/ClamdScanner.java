package cn.mingjian.scoring.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ClamAV daemon, spoken to by INSTREAM (clamd(8)): chunks led by their length in four bytes, an empty one at the end, and the
 * answer {@code stream: OK} or {@code stream: NAME FOUND}.
 */
final class ClamdScanner implements Scanner {

    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final int CHUNK = 64 * 1024;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LONGEST_ANSWER = 4096;

    private final String host;
    private final int port;

    ClamdScanner(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public Optional<String> find(Path file) throws IOException {
        try (Socket daemon = new Socket();
                InputStream content = Files.newInputStream(file)) {
            daemon.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            daemon.setSoTimeout(PATIENCE_MILLIS);
            DataOutputStream out = new DataOutputStream(daemon.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int length = content.read(chunk); length >= 0; length = content.read(chunk)) {
                out.writeInt(length);
                out.write(chunk, 0, length);
            }
            out.writeInt(0);
            out.flush();
            return verdict(daemon.getInputStream().readNBytes(LONGEST_ANSWER));
        }
    }

    private static Optional<String> verdict(byte[] answer) throws IOException {
        int end = answer.length > 0 && answer[answer.length - 1] == 0 ? answer.length - 1 : answer.length;
        String text = new String(Arrays.copyOf(answer, end), StandardCharsets.UTF_8);
        Matcher found = FOUND.matcher(text);
        if (found.matches()) {
            return Optional.of(found.group(1));
        }
        if (text.equals("stream: OK")) {
            return Optional.empty();
        }
        throw new IOException("clamd could not tell: " + text);
    }
}
