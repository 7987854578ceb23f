package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.platform.Answer;
import cn.mingjian.cli.platform.Api;
import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Session;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds out what an evaluation that exists already keeps, and whether a bundle says the same. Changes nothing. */
final class Comparison {
    private final Bundle bundle;
    private final Api api;
    private final Cast cast;
    private final Parts parts;
    private final JsonNode evaluation;
    private final Phase phase;
    private final Set<Place> kept;
    private final Set<String> pledged = new HashSet<>();
    private final Set<String> different = new TreeSet<>();

    /** @param kept receives the places of the parts that are there and the same */
    Comparison(Context context, JsonNode evaluation) {
        this.bundle = context.bundle();
        this.api = context.api();
        this.cast = context.cast();
        this.parts = context.parts();
        this.evaluation = evaluation;
        this.phase = Phase.of(evaluation);
        this.kept = context.kept();
    }

    /** The files that say something else than what the platform keeps. */
    List<String> differences() {
        Session bureau = cast.bureau();
        differ("evaluation.yaml", parts.scoring().evaluation(), evaluation);
        if (!isAboutTheSame()) {
            return List.copyOf(different);
        }
        differ("evaluation.yaml", parts.agreements().districtName(), api.get(bureau, parts.districtPlace()));
        JsonNode station = api.get(bureau, version(parts.station(), "stationVersion"));
        JsonNode agreement = api.get(bureau, version(parts.agreement(), "agreementVersion"));
        differ("evaluation.yaml", parts.agreements().station(), station);
        differ("evaluation.yaml", parts.agreements().terms(), agreement);
        differ("areas.csv", parts.agreements().areas(), agreement.path("areas"));
        differ("indicators.csv", parts.agreements().indicators(), agreement.path("indicators"));
        differ("targets.csv", parts.agreements().targets(), agreement.path("targets"));
        compareRecords();
        compareVetoes(bureau);
        if (comparePanel(bureau)) {
            cast.signIn();
            compareFeedback(bureau);
            Together.run(parts.all(evaluator -> pledged.contains(evaluator.code())).stream()
                    .map(part -> (Runnable) () -> compare(part))
                    .toList());
        }
        return List.copyOf(different);
    }

    /** Of another station or agreement there is nothing to compare. */
    private boolean isAboutTheSame() {
        JsonNode said = parts.scoring().evaluation();
        return Stream.of("district", "station", "agreement")
                .allMatch(key ->
                        said.path(key).asText().equals(evaluation.path(key).asText()));
    }

    private Place version(Place place, String pinned) {
        return place.below("/versions/" + evaluation.path(pinned).asInt());
    }

    private void compare(Part part) {
        Answer answer = api.find(part.author().get(), part.place());
        boolean notYet = answer.isMissing() && !part.phase().isBefore(phase);
        if (!notYet && !differ(part.file(), part.document(), content(answer))) {
            kept.add(part.place());
        }
    }

    private static JsonNode content(Answer answer) {
        return answer.isFine() ? answer.body() : MissingNode.getInstance();
    }

    private synchronized boolean differ(String file, JsonNode said, JsonNode there) {
        boolean differs = Difference.between(said, there);
        if (differs) {
            different.add(file);
        }
        return differs;
    }

    private void compareRecords() {
        Answer receipt = api.find(cast.platform(), parts.delivery());
        if (receipt.isFine() || phase != Phase.PREPARING) {
            String there = content(receipt).path("digest").asText();
            String said =
                    bundle.records().map(file -> new Delivery(file).digest()).orElse("");
            if (!said.equals(there)) {
                different.add("service-records.ndjson");
            }
        }
    }

    private void compareVetoes(Session bureau) {
        List<ScoringDocuments.Veto> said = parts.scoring().vetoes();
        JsonNode there = content(api.find(bureau, parts.evaluationAt("scoring").below("/vetoes")))
                .path("vetoes");
        boolean complete = Phase.SCORING.isBefore(phase);
        if (there.size() > said.size() || complete && there.size() < said.size()) {
            different.add("evaluation.yaml");
            return;
        }
        for (int i = 0; i < there.size(); i++) {
            ObjectNode veto = said.get(i).raised();
            if (complete || there.get(i).hasNonNull("upheld")) {
                veto.set("upheld", said.get(i).decision().path("upheld"));
            }
            differ("evaluation.yaml", veto, there.get(i));
        }
    }

    private void compareFeedback(Session bureau) {
        if (phase.isBefore(Phase.FEEDBACK)) {
            return;
        }
        JsonNode there = content(api.find(bureau, parts.evaluationAt("report").below("/feedback")));
        JsonNode said = parts.feedback().whole();
        boolean notYet = phase == Phase.FEEDBACK;
        boolean onSiteLater = notYet && !there.hasNonNull("onSite");
        boolean draftLater =
                notYet && there.path("draft").size() < said.path("draft").size();
        if (!onSiteLater) {
            differ("feedback.yaml", said.path("onSite"), there.path("onSite"));
        }
        if (!draftLater) {
            JsonNode draft = there.path("draft");
            differ("feedback.yaml", notYet ? undecided(said.path("draft"), draft) : said.path("draft"), draft);
        }
    }

    /** The answers to the draft without the decisions that are not there yet. */
    private static JsonNode undecided(JsonNode said, JsonNode there) {
        Set<String> decided = new HashSet<>();
        there.forEach(answer -> {
            if (answer.hasNonNull("decision")) {
                decided.add(voiceOf(answer));
            }
        });
        JsonNode undecided = said.deepCopy();
        undecided.forEach(answer -> {
            if (!decided.contains(voiceOf(answer))) {
                ((ObjectNode) answer).putNull("decision");
            }
        });
        return undecided;
    }

    private static String voiceOf(JsonNode answer) {
        return answer.path("from").asText() + " " + answer.path("number").asInt();
    }

    /** Whether the panel is there and the same. */
    private boolean comparePanel(Session bureau) {
        Answer answer = api.find(bureau, parts.evaluationAt("scoring").below("/panel"));
        if (answer.isMissing() || answer.body().path("members").isEmpty()) {
            return false;
        }
        if (differ("panel.csv", parts.scoring().panel(), answer.body())) {
            return false;
        }
        kept.add(parts.evaluationAt("scoring").below("/panel"));
        Map<String, JsonNode> there = new HashMap<>();
        answer.body().path("members").forEach(member -> {
            there.put(member.path("evaluator").asText(), member);
            if (member.hasNonNull("pledgedOn")) {
                pledged.add(member.path("evaluator").asText());
            }
        });
        boolean same = cast.evaluators().stream()
                .filter(evaluator ->
                        !isKept(evaluator, there.getOrDefault(evaluator.code(), MissingNode.getInstance())))
                .findFirst()
                .isEmpty();
        if (!same) {
            different.add("panel.csv");
        }
        return same;
    }

    private boolean isKept(Evaluator evaluator, JsonNode member) {
        String pledged = member.path("pledgedOn").asText("");
        String recusal = member.path("recusal").path("reason").asText("");
        boolean notYet = phase == Phase.PREPARING;
        return (pledged.equals(evaluator.pledgedOn().orElse("")) || notYet && pledged.isEmpty())
                && (recusal.equals(evaluator.recusal().orElse("")) || notYet && recusal.isEmpty());
    }
}
