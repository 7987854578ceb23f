package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Bundle;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was said on site and on the draft report, and how objections were decided. */
record FeedbackDocuments(Bundle bundle) {

    /** An answer to the draft: from whom (as a role), which of theirs it is, and the decision when it is an objection. */
    record Answer(String role, int number, ObjectNode document, Optional<ObjectNode> decision) {
        String path() {
            return "/feedback/%s/%d".formatted(role, number);
        }
    }

    Optional<ObjectNode> onSite() {
        JsonNode onSite = bundle.feedback().path("onSite");
        return onSite.isObject() ? Optional.of(Json.pick(onSite, "on", "outcome", "text")) : Optional.empty();
    }

    List<Answer> draft() {
        Map<String, Integer> numbers = new HashMap<>();
        List<Answer> answers = new ArrayList<>();
        for (JsonNode answer : bundle.feedback().path("draft")) {
            String role = answer.path("from").asText().toLowerCase(Locale.ROOT);
            Optional<ObjectNode> decision = answer.path("outcome").asText().equals("OBJECTION")
                    ? Optional.of(Json.object()
                            .put("decision", answer.path("answer").asText())
                            .put("reason", answer.path("reason").asText()))
                    : Optional.empty();
            int number = numbers.merge(role, 1, Integer::sum);
            answers.add(new Answer(role, number, Json.pick(answer, "on", "outcome", "text"), decision));
        }
        return answers;
    }

    /** All of it in the form in which it is read back. */
    ObjectNode whole() {
        ObjectNode whole = Json.object();
        whole.set("onSite", onSite().orElse(null));
        ArrayNode draft = whole.putArray("draft");
        for (Answer answer : draft()) {
            ObjectNode told = answer.document().deepCopy();
            told.put("from", answer.role().toUpperCase(Locale.ROOT)).put("number", answer.number());
            told.set("decision", answer.decision().orElse(null));
            draft.add(told);
        }
        return whole;
    }

    long objections() {
        return draft().stream().filter(answer -> answer.decision().isPresent()).count();
    }
}
