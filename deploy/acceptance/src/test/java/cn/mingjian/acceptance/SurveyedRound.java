package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * A copy of the walked round that is still being prepared, with a questionnaire. Codes are told once: whoever makes this anew
 * prints three more, of which one is answered on the telephone and one on the public page.
 */
final class SurveyedRound {
    static final String CODE = "dagang-2023-surveyed";

    private static final int PRINTED_AT_ONCE = 3;

    private final int issued;
    private final int print;
    private final String answered;

    SurveyedRound(Doors doors, Map<String, Doors.Caller> people) {
        Doors.Caller bureau = people.get("bureau");
        Doors.Caller thirdParty = people.get("third-party");
        int before = 0;
        if (bureau.send(Request.get("scoring", "/v1/evaluations/" + CODE)).statusCode() == 200) {
            before = thirdParty
                    .ask(Request.get("scoring", "/v1/evaluations/" + CODE + "/questionnaire"))
                    .get("issued")
                    .asInt();
        } else {
            for (String part : new String[] {"", "/rubric", "/panel"}) {
                bureau.ask(
                        put(part, bureau.ask(Request.get("scoring", "/v1/evaluations/" + WalkedRound.ROUND + part))));
            }
            WalkedRound.LEADS.forEach((role, lead) -> people.get(role)
                    .ask(put("/panel/" + lead + "/pledge", Doors.json("{\"occurredOn\":\"2024-06-20\"}"))));
        }
        issued = before + PRINTED_AT_ONCE;
        print = issued / PRINTED_AT_ONCE;
        thirdParty.ask(put("/questionnaire", questionnaire()));
        JsonNode codes = thirdParty
                .ask(put("/questionnaire/prints/" + print, Doors.json("{}")))
                .get("codes");
        thirdParty.ask(put("/questionnaire/phone-answers/SERVICE_USER/" + phoned(), Doors.json("{\"score\":4}")));
        answered = codes.get(1).get("code").asText();
        HttpResponse<String> online = doors.send(Request.put("scoring", "/v1/questionnaires/answer", answer()));
        if (online.statusCode() != 201) throw new IllegalStateException(online.body());
    }

    String print() {
        return String.valueOf(print);
    }

    /** Whose answer was given on the telephone. */
    String phoned() {
        return String.valueOf(issued - PRINTED_AT_ONCE + 1);
    }

    /** The code that was answered on the public page. */
    ObjectNode code() {
        return Doors.JSON.createObjectNode().put("code", answered);
    }

    ObjectNode answer() {
        return code().put("score", 4);
    }

    JsonNode questionnaire() {
        return Doors.json(
                "{\"title\":\"服务满意度\",\"introduction\":null,\"groups\":[{\"group\":\"SERVICE_USER\",\"codes\":%d}]}"
                        .formatted(issued));
    }

    private static Request put(String path, JsonNode body) {
        return Request.put("scoring", "/v1/evaluations/" + CODE + path, body);
    }
}
