package cn.mingjian.cli.archive;

import cn.mingjian.cli.bundle.CsvFile;
import cn.mingjian.cli.evaluation.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A closed round in the files of a bundle, from which the same result comes again; what they cannot tell is noted. */
final class RoundBundle {
    private static final String VETO = "VETO";

    private final ClosedRound round;
    private final BundleFolder folder;
    private final Progress progress;
    private final List<String> untold;

    /** @param untold takes what a bundle has no words for, in the user's */
    RoundBundle(ClosedRound round, BundleFolder folder, Progress progress, List<String> untold) {
        this.round = round;
        this.folder = folder;
        this.progress = progress;
        this.untold = untold;
    }

    void write() {
        JsonNode agreement = agreement();
        folder.yaml("evaluation.yaml", evaluation(agreement));
        folder.csv(CsvFile.AREAS, areas(agreement));
        folder.csv(CsvFile.INDICATORS, list(agreement.path("indicators")));
        folder.csv(CsvFile.TARGETS, list(agreement.path("targets")));
        folder.csv(
                CsvFile.DECLARED,
                list(round.get("indicator", "/declared-figures").path("figures")));
        folder.csv(CsvFile.ROSTER, list(round.get("staffing", "/roster").path("workers")));
        folder.csv(CsvFile.ATTENDANCE, list(round.get("staffing", "/attendance").path("months")));
        optional(CsvFile.TRAINING, "staffing", "/training", "sessions");
        optional(CsvFile.RESOURCES, "indicator", "/resources", "resources");
        optional(CsvFile.SATISFACTION, "scoring", "/satisfaction", "answers");
        scores();
        documents();
        if (recordsAreExpected()) {
            progress.tell("读取服务记录");
            round.download(
                    "indicator",
                    "/service-records",
                    "application/x-ndjson",
                    folder.folder().resolve("service-records.ndjson"));
        }
    }

    private boolean recordsAreExpected() {
        return round.opening().at("/policy/records/expected").asBoolean();
    }

    /** The version of the agreement that the round stands on. */
    private JsonNode agreement() {
        JsonNode opening = round.opening();
        return round.ofDistrict("/stations/%s/agreements/%s/versions/%s"
                .formatted(
                        opening.path("station").asText(),
                        opening.path("agreement").asText(),
                        opening.path("agreementVersion").asText()));
    }

    private ObjectNode evaluation(JsonNode agreement) {
        JsonNode opening = round.opening();
        JsonNode station = round.ofDistrict("/stations/%s/versions/%s"
                .formatted(
                        opening.path("station").asText(),
                        opening.path("stationVersion").asText()));
        JsonNode policy = opening.path("policy");
        if (policy.path("departures").asText().equals("EXPLAINED")) {
            untold.add("与建议分不同须写明理由的要求");
        }
        ObjectNode file = object().put("format", "mingjian/evaluation-bundle/v1");
        file.set("district", pick(round.ofDistrict(""), "code", "name"));
        file.set("station", pick(station, "code", "name", "town", "founded", "sites", "population"));
        file.set("coverage", station.path("coverage"));
        file.set(
                "agreement",
                pick(agreement, "code", "from", "to", "serviceYear", "annualFee", "requiredStaff", "operator"));
        file.set("evaluation", pick(opening, "code", "title", "stage", "evidence", "onSite", "reportDate", "note"));
        file.set("parties", policy.path("parties"));
        file.set("grades", policy.path("grades"));
        file.set("rounding", policy.path("rounding"));
        file.set("publish", policy.path("publish"));
        file.set("vetoes", vetoes());
        file.set("staffing", policy.path("staffing"));
        file.set("records", pick(policy.path("records"), "reviewWithinDays"));
        return file;
    }

    private ArrayNode vetoes() {
        ArrayNode vetoes = JsonNodeFactory.instance.arrayNode();
        for (JsonNode veto : round.get("scoring", "/vetoes").path("vetoes")) {
            vetoes.add(pick(veto, "title", "reason")
                    .put("upheld", veto.path("upheld").asText()));
            if (!veto.path("evidence").isEmpty() || veto.hasNonNull("hearing")) {
                untold.add("第 %s 项一票否决的证据与陈述".formatted(veto.path("number").asText()));
            }
        }
        return vetoes;
    }

    private static List<JsonNode> areas(JsonNode agreement) {
        List<JsonNode> areas = new ArrayList<>();
        for (JsonNode area : agreement.path("areas")) {
            List<String> communities = new ArrayList<>();
            area.path("communities").forEach(community -> communities.add(community.asText()));
            areas.add(pick(area, "code", "name", "workers").put("communities", String.join("|", communities)));
        }
        return areas;
    }

    /** Rubric, panel and sheets: of evaluators who count, the items that count. */
    private void scores() {
        Set<String> uncounted = new HashSet<>();
        JsonNode pinned = round.get("scoring", "/rubric");
        ObjectNode rubric = pick(pinned.deepCopy(), "code", "version", "step", "parties");
        rubric.path("parties").forEach(party -> clear(party, uncounted));
        if (!rubric.path("parties").equals(pinned.path("parties"))) {
            folder.json("beside/rubric.json", pinned);
            // Not the version of that name, which a platform may hold whole.
            rubric.put("version", pinned.path("version").asText() + ".archive");
        }
        folder.yaml("rubric.yaml", rubric);
        Set<String> eligible = new HashSet<>();
        List<JsonNode> members = new ArrayList<>();
        for (JsonNode member : round.get("scoring", "/panel").path("members")) {
            String reason = recusal(member);
            members.add(pick(member, "evaluator", "party", "label", "role", "pledgedOn")
                    .put("recused", !reason.isEmpty())
                    .put("recusalReason", reason));
            if (reason.isEmpty() && member.hasNonNull("pledgedOn")) {
                eligible.add(member.path("evaluator").asText());
            }
        }
        folder.csv(CsvFile.PANEL, members);
        List<JsonNode> scores = new ArrayList<>();
        boolean isAnyCited = false;
        for (JsonNode sheet : round.get("scoring", "/sheets").path("sheets")) {
            String evaluator = sheet.path("evaluator").asText();
            if (!eligible.contains(evaluator)) {
                untold.add("已回避的评委 %s 的评分表".formatted(evaluator));
                continue;
            }
            if (sheet.path("version").asInt() > 1) {
                untold.add("评委 %s 更正之前的评分（见 amendments.json）".formatted(evaluator));
            }
            for (JsonNode line : sheet.path("scores")) {
                isAnyCited |= !line.path("evidence").isEmpty();
                if (!uncounted.contains(line.path("item").asText())) {
                    scores.add(pick(line, "item", "score", "comment").put("evaluator", evaluator));
                }
            }
        }
        if (isAnyCited) {
            untold.add("评分所引用的依据（见 sheets.json）");
        }
        folder.csv(CsvFile.SCORES, scores);
    }

    /**
     * Takes out what a bundle's rubric has no words for: VETO items, which count nowhere, categories that hold nothing else, and
     * thresholds of comments.
     */
    private void clear(JsonNode categories, Set<String> uncounted) {
        for (var each = categories.iterator(); each.hasNext(); ) {
            ObjectNode category = (ObjectNode) each.next();
            clearItems(category.path("items"), uncounted);
            clear(category.path("categories"), uncounted);
            if (category.path("categories").isEmpty()) {
                category.remove("categories");
            }
            if (category.path("items").isEmpty() && !category.has("categories")) {
                each.remove();
            }
        }
    }

    private void clearItems(JsonNode items, Set<String> uncounted) {
        for (var each = items.iterator(); each.hasNext(); ) {
            ObjectNode item = (ObjectNode) each.next();
            String code = item.path("code").asText();
            if (item.remove("commentBelow") instanceof JsonNode threshold && !threshold.isNull()) {
                untold.add("评分项 %s 低于 %s 分须写评语的要求（见 beside/rubric.json）".formatted(code, threshold.asText()));
            }
            if (item.path("kind").asText().equals(VETO)) {
                uncounted.add(code);
                untold.add("一票否决项 %s（见 beside/rubric.json）".formatted(code));
                each.remove();
            }
        }
    }

    private static String recusal(JsonNode member) {
        for (String origin : List.of("recusal", "operatorRecusal", "replacement")) {
            if (member.path(origin).path("state").asText().equals("UPHELD")) {
                return member.path(origin).path("reason").asText();
            }
        }
        return "";
    }

    private void documents() {
        optional("claims.yaml", "report", "/claims", "claims");
        ArrayNode findings = JsonNodeFactory.instance.arrayNode();
        for (JsonNode finding : round.get("scoring", "/findings").path("findings")) {
            findings.add(pick(finding, "chapter", "kind", "title", "text", "areas"));
        }
        if (!findings.isEmpty()) {
            folder.yaml("findings.yaml", findings);
        }
        optional("remediation.yaml", "scoring", "/remediation", "items");
        feedback();
    }

    private void feedback() {
        JsonNode said = round.get("report", "/feedback");
        ObjectNode file = object();
        if (said.hasNonNull("onSite")) {
            file.set("onSite", pick(said.path("onSite"), "on", "outcome", "text"));
        }
        ArrayNode draft = file.putArray("draft");
        for (JsonNode answer : said.path("draft")) {
            JsonNode decision = answer.path("decision");
            if (decision.path("decision").asText().equals("UPHELD")) {
                untold.add("%s 的第 %s 条成立的异议（见 beside/feedback.json）"
                        .formatted(
                                answer.path("from").asText(),
                                answer.path("number").asText()));
                continue;
            }
            ObjectNode told = pick(answer, "from", "on", "outcome", "text");
            if (decision.isObject()) {
                told.set("answer", decision.path("decision"));
                told.set("reason", decision.path("reason"));
            }
            draft.add(told);
        }
        folder.yaml("feedback.yaml", file);
    }

    private void optional(CsvFile file, String service, String path, String list) {
        JsonNode rows = round.find(service, path).path(list);
        if (!rows.isEmpty()) {
            folder.csv(file, list(rows));
        }
    }

    private void optional(String file, String service, String path, String list) {
        JsonNode elements = round.find(service, path).path(list);
        if (!elements.isEmpty()) {
            folder.yaml(file, elements);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> rows = new ArrayList<>();
        array.forEach(rows::add);
        return rows;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode pick(JsonNode from, String... keys) {
        ObjectNode picked = object();
        for (String key : keys) {
            picked.set(key, from.path(key).isMissingNode() ? JsonNodeFactory.instance.nullNode() : from.path(key));
        }
        return picked;
    }
}
