package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;

/** A copy of a round that nobody has pledged for or scored yet. */
final class ScoringRound {

    private static final String DAGANG = "dagang-2023-final";
    private static final List<String> OF_THE_OPERATOR = List.of(
            "indicator /declared-figures",
            "indicator /resources",
            "staffing /roster",
            "staffing /attendance",
            "staffing /training");

    private final Doors.Caller bureau;
    private final String code;
    private final String from;

    /** A copy of the Dagang round. */
    ScoringRound(Doors.Caller bureau, String code) {
        this(bureau, code, DAGANG);
    }

    ScoringRound(Doors.Caller bureau, String code, String from) {
        this.bureau = bureau;
        this.code = code;
        this.from = from;
    }

    /** Leaves it to the operator, with a part of the figures. */
    void prepare(Doors.Caller operator) {
        open(operator);
        handIn(operator, OF_THE_OPERATOR.getFirst());
    }

    /** Freezes the evidence: it can be scored. */
    void make(Doors.Caller operator) {
        open(operator);
        OF_THE_OPERATOR.forEach(document -> handIn(operator, document));
        freeze();
    }

    private void open(Doors.Caller operator) {
        for (String part : List.of("", "/rubric", "/panel")) {
            bureau.ask(Request.put("scoring", path(code, part), read(bureau, "scoring", from, part)));
        }
        read(operator, "indicator", code, "?frozen=false");
        read(operator, "staffing", code, "?frozen=false");
    }

    private void handIn(Doors.Caller operator, String document) {
        String service = document.substring(0, document.indexOf(' '));
        String part = document.substring(document.indexOf(' ') + 1);
        operator.ask(Request.put(service, path(code, part), read(operator, service, from, part)));
    }

    /** As the bureau does: it freezes what it saw, and looks again when something newer has come. */
    private void freeze() {
        HttpResponse<String> answer;
        do {
            ObjectNode seen = Doors.JSON.createObjectNode();
            seen.set(
                    "achievementVersion",
                    read(bureau, "indicator", code, "/achievement").get("version"));
            seen.set(
                    "staffingVersion",
                    read(bureau, "staffing", code, "/staffing").get("version"));
            answer = bureau.send(Request.put("scoring", path(code, "/evidence-snapshot"), seen));
        } while (answer.statusCode() == 409);
        if (answer.statusCode() > 201) throw new IllegalStateException(answer.body());
    }

    /** What a service has of a round; what travels between services is some moments away. */
    private static JsonNode read(Doors.Caller who, String service, String round, String part) {
        HttpResponse<String> answer = who.send(Request.get(service, path(round, part)));
        for (int again = 0; answer.statusCode() == 404 && again < 100; again++) {
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
            answer = who.send(Request.get(service, path(round, part)));
        }
        if (answer.statusCode() != 200) throw new IllegalStateException(service + part + answer.body());
        return Doors.json(answer.body());
    }

    private static String path(String round, String part) {
        return "/v1/evaluations/" + round + part;
    }
}
