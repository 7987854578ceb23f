package cn.mingjian.acceptance.fuzz;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * One request as it is sent.
 *
 * @param target path and query, encoded
 * @param role whose token goes with it; empty for nobody's, {@code !…} for a token that is no good
 * @param body null when there is none
 */
record Sending(
        Operation operation,
        String target,
        String role,
        List<Header> headers,
        byte @org.jspecify.annotations.Nullable [] body) {

    record Header(String name, String value) {}

    /** @param trace under which the services keep what they write for it */
    HttpRequest request(String address, String token, String trace, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + target))
                .timeout(patience)
                .method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        request.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00");
        headers.forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }

    Sending with(byte[] other) {
        return new Sending(operation, target, role, headers, other);
    }

    /** A line for a shell that sends the same; the token is named by whose it is. */
    String curl(String address) {
        StringBuilder line = new StringBuilder();
        String data = "";
        if (body != null) {
            String text = text(body);
            if (text.isEmpty() && body.length > 0) {
                line.append("echo ")
                        .append(Base64.getEncoder().encodeToString(body))
                        .append(" | base64 -d | ");
                data = " --data-binary @-";
            } else {
                data = " --data-binary " + quoted(text);
            }
        }
        line.append("curl -i -X ").append(operation.method()).append(' ').append(quoted(address + target));
        if (!role.isEmpty()) {
            line.append(" -H \"Authorization: Bearer $(token ").append(role).append(")\"");
        }
        headers.forEach(header -> line.append(" -H ").append(quoted(header.name() + ": " + header.value())));
        return line.append(data).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Bytes as text, when they are text without control characters. */
    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars().anyMatch(character -> character < ' ' && character != '\n') ? "" : text;
        } catch (CharacterCodingException notText) {
            return "";
        }
    }
}
