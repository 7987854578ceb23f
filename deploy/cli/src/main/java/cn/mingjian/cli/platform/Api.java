package cn.mingjian.cli.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Requests to the services' REST operations, each by somebody who is signed in. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WAIT_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Installation installation;

    public Api(Installation installation) {
        this.installation = installation;
    }

    /** An operation of a service: which service, and the path below its address. */
    public record Place(String service, String path) {

        /** A place below this one. */
        public Place below(String segments) {
            return new Place(service, path + segments);
        }

        /** A code of people's own as one segment of a path. */
        public static String segment(String code) {
            return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** What is there now; a refusal other than "not there" halts. */
    public Answer find(Session who, Place place) {
        Answer answer = send(request(who, place).GET());
        if (!answer.isFine() && !answer.isMissing()) {
            throw refused(place, answer);
        }
        return answer;
    }

    /** What has to be there. */
    public JsonNode get(Session who, Place place) {
        return fine(place, send(request(who, place).GET()));
    }

    /** Puts a whole document; putting it again changes nothing. */
    public JsonNode put(Session who, Place place, JsonNode document) {
        return fine(place, tryToPut(who, place, document));
    }

    /**
     * Puts a document that may be refused for a reason that the caller can do something about. What was just opened in one
     * service is waited for in the next.
     */
    public Answer tryToPut(Session who, Place place, JsonNode document) {
        return send(request(who, place)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=" + WAIT_SECONDS)
                .PUT(BodyPublishers.ofString(document.toString())));
    }

    /** Puts a document that rests on a revision of another, which must not have changed since it was read. */
    public JsonNode putOver(Session who, Place place, int revision, JsonNode document) {
        return fine(
                place,
                send(request(who, place)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + revision + "\"")
                        .PUT(BodyPublishers.ofString(document.toString()))));
    }

    /** Streams a file. */
    public JsonNode put(Session who, Place place, BodyPublisher body, String type) {
        return fine(place, send(request(who, place).header("Content-Type", type).PUT(body)));
    }

    /** Asks again and again, each time letting the service wait for a change, until the answer is the one hoped for. */
    public JsonNode await(Session who, Place place, Predicate<JsonNode> reached, String what) {
        Instant end = Instant.now().plus(PATIENCE);
        do {
            Answer answer = send(
                    request(who, place).header("Prefer", "wait=" + WAIT_SECONDS).GET());
            if (answer.isFine() && reached.test(answer.body())) {
                return answer.body();
            }
            if (!answer.isFine() && !answer.isMissing()) {
                throw refused(place, answer);
            }
        } while (Instant.now().isBefore(end));
        throw new Halt("等待“%s”超过 %d 分钟。再运行一次本命令，会从中断处继续。", what, PATIENCE.toMinutes());
    }

    /** Writes a file that a service offers; whether it does offer it. */
    public boolean download(Session who, Place place, String type, Path file) {
        HttpRequest request = Http.request(URI.create(installation.service(place.service()) + place.path()))
                .header("Authorization", "Bearer " + who.token())
                .header("Accept", type + ", application/problem+json")
                .build();
        HttpResponse<InputStream> response = Http.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() == 404 || response.statusCode() == 406) {
                return false;
            }
            if (response.statusCode() != 200) {
                throw refused(
                        place,
                        new Answer(
                                response.statusCode(), json(new String(body.readAllBytes(), StandardCharsets.UTF_8))));
            }
            Files.createDirectories(file.getParent());
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new Halt("无法写入 %s：%s", file, e.getMessage());
        }
    }

    private HttpRequest.Builder request(Session who, Place place) {
        return Http.request(URI.create(installation.service(place.service()) + place.path()))
                .header("Authorization", "Bearer " + who.token())
                .header("Accept", "application/json, application/problem+json");
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = Http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), json(response.body()));
    }

    private static JsonNode json(String text) {
        try {
            JsonNode body = JSON.readTree(text);
            return body == null ? JSON.missingNode() : body;
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static JsonNode fine(Place place, Answer answer) {
        if (!answer.isFine()) {
            throw refused(place, answer);
        }
        return answer.body();
    }

    /** A refusal as its problem document tells it. */
    public static Halt refused(Place place, Answer answer) {
        JsonNode problem = answer.body();
        List<String> lines = new ArrayList<>();
        lines.add("平台拒绝了请求：%s（%s，HTTP %d）"
                .formatted(problem.path("title").asText("没有说明"), place.service(), answer.status()));
        if (problem.hasNonNull("detail")) {
            lines.add("  " + problem.path("detail").asText());
        }
        lines.add("  位置：" + problem.path("instance").asText(place.path()));
        problem.path("errors")
                .forEach(error -> lines.add("  %s %s"
                        .formatted(
                                error.path("pointer").asText(),
                                error.path("detail").asText())));
        return new Halt(lines);
    }
}
