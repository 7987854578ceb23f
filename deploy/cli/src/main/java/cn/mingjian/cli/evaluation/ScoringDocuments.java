package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.bundle.CsvFile;
import cn.mingjian.rules.scoring.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What opens an evaluation, and what its panel hands in. */
record ScoringDocuments(Bundle bundle) {
    private static final Set<String> THIRD_PARTY_CHAPTERS =
            Set.of("PROJECT_MANAGEMENT", "SERVICE_DELIVERY", "SERVICE_MONITORING", "SERVICE_OUTCOMES");

    /** The evaluation with its policy; the versions of what it is about are told when they are known. */
    ObjectNode evaluation() {
        JsonNode file = bundle.evaluation();
        JsonNode evaluation = file.path("evaluation");
        ObjectNode document = Json.object();
        document.set("district", file.path("district").path("code"));
        document.set("station", file.path("station").path("code"));
        document.set("agreement", file.path("agreement").path("code"));
        document.setAll(Json.pick(evaluation, "title", "stage", "onSite", "reportDate", "note"));
        document.set("evidence", Json.pick(evaluation.path("evidence"), "from", "to"));
        document.set("policy", policy(file));
        return document;
    }

    private ObjectNode policy(JsonNode file) {
        ObjectNode policy = Json.object();
        policy.set(
                "parties",
                Json.list(
                        file.path("parties"),
                        party -> Json.pick(party, "party", "organisation", "weight", "aggregation")));
        policy.set("grades", Json.list(file.path("grades"), grade -> Json.pick(grade, "grade", "from")));
        policy.put("rounding", words(file, "rounding", "PER_PARTY"));
        policy.put("publish", words(file, "publish", "TOTAL"));
        policy.set(
                "staffing",
                Json.counts(
                        Json.pick(file.path("staffing"), "experiencedYears", "halfMonthAfterDay", "retention"),
                        "experiencedYears",
                        "halfMonthAfterDay"));
        policy.set(
                "records",
                Json.counts(Json.pick(file.path("records"), "reviewWithinDays"), "reviewWithinDays")
                        .put("expected", bundle.records().isPresent()));
        return policy;
    }

    ObjectNode rubric() {
        ObjectNode rubric = Json.pick(bundle.rubric(), "code", "version", "step");
        ObjectNode parties = rubric.putObject("parties");
        for (Party party : Party.values()) {
            parties.set(party.name(), categories(bundle.rubric().path("parties").path(party.name())));
        }
        return rubric;
    }

    private static ArrayNode categories(JsonNode tree) {
        return Json.list(tree, category -> {
            ObjectNode document = Json.pick(category, "code", "name");
            document.set("items", Json.list(category.path("items"), ScoringDocuments::item));
            document.set("categories", categories(category.path("categories")));
            return document;
        });
    }

    private static ObjectNode item(JsonNode item) {
        return Json.pick(item, "code", "name", "max", "basis").put("kind", words(item, "kind", "REGULAR"));
    }

    /** The panel without its accounts. */
    ObjectNode panel() {
        ArrayNode members = JsonNodeFactory.instance.arrayNode();
        for (Evaluator evaluator : Evaluator.of(bundle)) {
            members.add(Json.object()
                    .put("evaluator", evaluator.code())
                    .put("party", evaluator.party().name())
                    .put("label", evaluator.label())
                    .put("role", evaluator.role()));
        }
        return Json.document("members", members);
    }

    ObjectNode sheet(Evaluator evaluator) {
        return Json.document(
                "scores",
                Json.list(
                        bundle.rows(CsvFile.SCORES).stream()
                                .filter(row -> row.get("evaluator").equals(evaluator.code()))
                                .toList(),
                        row -> Json.pick(row, "item", "score", "comment")));
    }

    ObjectNode findings(Party party) {
        ArrayNode own = JsonNodeFactory.instance.arrayNode();
        for (JsonNode finding : bundle.findings()) {
            String chapter = finding.path("chapter").asText();
            String owner = THIRD_PARTY_CHAPTERS.contains(chapter) ? Party.THIRD_PARTY.name() : chapter;
            if (owner.equals(party.name())) {
                ObjectNode document = Json.pick(finding, "chapter", "kind", "title", "text");
                document.set("areas", Json.list(finding.path("areas"), area -> area));
                own.add(document);
            }
        }
        return Json.document("findings", own);
    }

    /**
     * A serious violation, and what was decided about it.
     *
     * @param hearing where it is upheld: that it was decided on paper, as a bundle does not tell what the operator said
     */
    record Veto(int number, ObjectNode raised, Optional<ObjectNode> hearing, ObjectNode decision) {}

    List<Veto> vetoes() {
        List<Veto> vetoes = new ArrayList<>();
        for (JsonNode veto : bundle.evaluation().path("vetoes")) {
            boolean upheld = Boolean.parseBoolean(veto.path("upheld").asText());
            ObjectNode decision = Json.object()
                    .put("upheld", upheld)
                    .put("reason", veto.path("reason").asText());
            vetoes.add(new Veto(
                    vetoes.size() + 1,
                    Json.pick(veto, "title", "reason"),
                    upheld ? Optional.of(hearingOnPaper()) : Optional.empty(),
                    decision));
        }
        return vetoes;
    }

    private ObjectNode hearingOnPaper() {
        return Json.object()
                .put(
                        "heldOn",
                        bundle.evaluation()
                                .path("evaluation")
                                .path("reportDate")
                                .asText())
                .put("statement", "纸质评估中已裁定，评估包未附承办方陈述的记录");
    }

    private static String words(JsonNode mapping, String key, String otherwise) {
        return mapping.hasNonNull(key) ? mapping.path(key).asText() : otherwise;
    }
}
