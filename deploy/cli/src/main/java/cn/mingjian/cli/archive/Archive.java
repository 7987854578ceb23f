package cn.mingjian.cli.archive;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.bundle.CsvFile;
import cn.mingjian.cli.bundle.Fault;
import cn.mingjian.cli.evaluation.Progress;
import cn.mingjian.cli.evaluation.Round;
import cn.mingjian.cli.platform.Answer;
import cn.mingjian.cli.platform.Api;
import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Halt;
import cn.mingjian.cli.platform.Installation;
import cn.mingjian.cli.platform.Keycloak;
import cn.mingjian.cli.platform.Session;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One closed round, read from the services by the bureau and written as a bundle. */
public final class Archive {
    private static final String VETO = "VETO";

    /** What a bundle has no file for, by the address it is read at; each with its own name. */
    private static final Map<String, String> BESIDE = beside();

    private final Installation installation;
    private final Api api;
    private final Session bureau;
    private final String district;
    private final String evaluation;
    private final Progress progress;
    private final List<String> untold = new ArrayList<>();

    public Archive(Installation installation, String district, String evaluation, Progress progress) {
        this.installation = installation;
        this.api = new Api(installation);
        this.district = district;
        this.evaluation = evaluation;
        this.progress = progress;
        this.bureau = new Keycloak(installation)
                .account("bureau", "bureau@" + district)
                .orElseThrow(() -> new Halt("没有账号 bureau@%s。", district));
    }

    /**
     * Writes the round: the files of its bundle, expected.json (its result.json), history.json, amendments.json, sheets.json,
     * results.json, attachments.json and, if there are any, discrepancy-answers.json with the whole of each, attachments under
     * attachments/, what was prepared, found on site and followed up under beside/, the report under report/, and 说明.txt with
     * what a bundle cannot tell.
     */
    public void writeTo(Path out) {
        JsonNode round = get("scoring", "");
        if (!round.path("phase").asText().equals("CLOSED")) {
            throw new Halt("评估 %s 尚未办结，不能归档。", evaluation);
        }
        progress.tell("读取评估 %s", evaluation);
        BundleFolder folder = new BundleFolder(out);
        JsonNode agreement = agreement(round);
        folder.yaml("evaluation.yaml", evaluation(round, agreement));
        folder.csv(CsvFile.AREAS, areas(agreement));
        folder.csv(CsvFile.INDICATORS, list(agreement.path("indicators")));
        folder.csv(CsvFile.TARGETS, list(agreement.path("targets")));
        folder.csv(CsvFile.DECLARED, list(get("indicator", "/declared-figures").path("figures")));
        folder.csv(CsvFile.ROSTER, list(get("staffing", "/roster").path("workers")));
        folder.csv(CsvFile.ATTENDANCE, list(get("staffing", "/attendance").path("months")));
        optional(folder, CsvFile.TRAINING, "staffing", "/training", "sessions");
        optional(folder, CsvFile.RESOURCES, "indicator", "/resources", "resources");
        optional(folder, CsvFile.SATISFACTION, "scoring", "/satisfaction", "answers");
        scores(folder);
        documents(folder);
        if (round.at("/policy/records/expected").asBoolean()) {
            progress.tell("读取服务记录");
            Place records = new Place("indicator", at("/service-records"));
            api.download(bureau, records, "application/x-ndjson", out.resolve("service-records.ndjson"));
        }
        folder.json("history.json", get("scoring", "/history"));
        folder.json("amendments.json", get("scoring", "/amendments"));
        folder.json("sheets.json", get("scoring", "/sheets"));
        folder.json("results.json", results());
        discrepancyAnswers(folder);
        beside(folder);
        attachments(out, folder);
        result(out, folder);
        folder.write("说明.txt", told());
    }

    private static Map<String, String> beside() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("preparation-notice", "评估通知");
        names.put("self-assessment", "承办方的自评");
        names.put("visit-plan", "实地安排");
        names.put("site-checks", "场地检查");
        names.put("samples", "档案抽样");
        names.put("interviews", "访谈与电话");
        names.put("questionnaire", "满意度问卷");
        names.put("invitations", "对评委的邀请");
        names.put("vetoes", "一票否决的登记");
        names.put("concerns", "关注问题的整改");
        names.put("appeals", "申诉");
        return names;
    }

    private void beside(BundleFolder folder) {
        BESIDE.forEach((address, name) -> {
            JsonNode found = find("scoring", "/" + address);
            boolean empty = found.isMissingNode()
                    || found.size() == 1 && found.iterator().next().isEmpty();
            if (!empty) {
                folder.json("beside/" + address + ".json", found);
                untold.add("%s（见 beside/%s.json）".formatted(name, address));
            }
        });
    }

    /** Every version, as what was amended or vetoed in between is seen in them alone. */
    private ArrayNode results() {
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        int latest = get("scoring", "/result").path("version").asInt();
        for (int version = 1; version <= latest; version++) {
            results.add(get("scoring", "/result/versions/" + version));
        }
        return results;
    }

    private void discrepancyAnswers(BundleFolder folder) {
        JsonNode said = find("indicator", "/discrepancy-answers");
        if (!said.path("answers").isEmpty()) {
            folder.json("discrepancy-answers.json", said);
            untold.add("承办方对数据不一致的说明（见 discrepancy-answers.json）");
        }
    }

    /** The bundle is read as the evaluate command reads it, and what the services came to is put beside it. */
    private void result(Path out, BundleFolder folder) {
        switch (Bundle.read(out)) {
            case Bundle.Reading.Wrong wrong ->
                throw new Halt(wrong.faults().stream().map(Fault::toString).toList());
            case Bundle.Reading.Correct correct ->
                folder.json(
                        "expected.json",
                        new Round(correct.bundle(), installation, progress).readBack(out.resolve("report")));
        }
        try {
            Files.delete(out.resolve("report").resolve("result.json"));
        } catch (IOException e) {
            throw new Halt("无法整理 %s：%s", out, e.getMessage());
        }
    }

    /** Each file once, under its digest, however many attached it. */
    private void attachments(Path out, BundleFolder folder) {
        JsonNode attached = get("scoring", "/attachments");
        folder.json("attachments.json", attached);
        Set<String> kept = new HashSet<>();
        for (JsonNode attachment : attached.path("attachments")) {
            String digest = attachment.path("digest").asText();
            Place place = new Place("scoring", at("/attachments/" + digest));
            Path file = out.resolve("attachments").resolve(digest);
            if (kept.add(digest) && !api.download(bureau, place, "application/octet-stream", file)) {
                throw new Halt("评估 %s 的附件 %s 没有读到，归档不完整。", evaluation, digest);
            }
        }
    }

    private JsonNode agreement(JsonNode round) {
        return api.get(
                bureau,
                new Place(
                        "district",
                        "/v1/districts/%s/stations/%s/agreements/%s/versions/%s"
                                .formatted(
                                        district,
                                        round.path("station").asText(),
                                        round.path("agreement").asText(),
                                        round.path("agreementVersion").asText())));
    }

    private ObjectNode evaluation(JsonNode round, JsonNode agreement) {
        JsonNode kept = api.get(bureau, new Place("district", "/v1/districts/" + district));
        JsonNode station = api.get(
                bureau,
                new Place(
                        "district",
                        "/v1/districts/%s/stations/%s/versions/%s"
                                .formatted(
                                        district,
                                        round.path("station").asText(),
                                        round.path("stationVersion").asText())));
        JsonNode policy = round.path("policy");
        if (policy.path("departures").asText().equals("EXPLAINED")) {
            untold.add("与建议分不同须写明理由的要求");
        }
        ObjectNode file = object().put("format", "mingjian/evaluation-bundle/v1");
        file.set("district", pick(kept, "code", "name"));
        file.set("station", pick(station, "code", "name", "town", "founded", "sites", "population"));
        file.set("coverage", station.path("coverage"));
        file.set(
                "agreement",
                pick(agreement, "code", "from", "to", "serviceYear", "annualFee", "requiredStaff", "operator"));
        file.set("evaluation", pick(round, "code", "title", "stage", "evidence", "onSite", "reportDate", "note"));
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
        for (JsonNode veto : get("scoring", "/vetoes").path("vetoes")) {
            vetoes.add(pick(veto, "title", "reason")
                    .put("upheld", veto.path("upheld").asText()));
            if (!veto.path("evidence").isEmpty() || veto.hasNonNull("hearing")) {
                untold.add("第 %s 项一票否决的证据与听证".formatted(veto.path("number").asText()));
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
    private void scores(BundleFolder folder) {
        Set<String> uncounted = new HashSet<>();
        ObjectNode rubric = pick(get("scoring", "/rubric"), "code", "version", "step", "parties");
        rubric.path("parties").forEach(party -> party.forEach(category -> clear(category, uncounted)));
        folder.yaml("rubric.yaml", rubric);
        Set<String> eligible = new HashSet<>();
        List<JsonNode> members = new ArrayList<>();
        for (JsonNode member : get("scoring", "/panel").path("members")) {
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
        for (JsonNode sheet : get("scoring", "/sheets").path("sheets")) {
            String evaluator = sheet.path("evaluator").asText();
            if (!eligible.contains(evaluator)) {
                untold.add("已回避的评委 %s 的评分表".formatted(evaluator));
                continue;
            }
            if (sheet.path("version").asInt() > 1) {
                untold.add("评委 %s 更正之前的评分（见 amendments.json）".formatted(evaluator));
            }
            for (JsonNode line : sheet.path("scores")) {
                if (!uncounted.contains(line.path("item").asText())) {
                    scores.add(pick(line, "item", "score", "comment").put("evaluator", evaluator));
                }
            }
        }
        folder.csv(CsvFile.SCORES, scores);
    }

    /** Takes out what a bundle's rubric has no words for: VETO items, which count nowhere, and thresholds of comments. */
    private void clear(JsonNode category, Set<String> uncounted) {
        for (var items = category.path("items").iterator(); items.hasNext(); ) {
            JsonNode item = items.next();
            if (item.path("kind").asText().equals(VETO)) {
                uncounted.add(item.path("code").asText());
                untold.add("一票否决项 %s".formatted(item.path("code").asText()));
                items.remove();
            } else {
                ((ObjectNode) item).remove("commentBelow");
            }
        }
        category.path("categories").forEach(nested -> clear(nested, uncounted));
        if (category.path("categories").isEmpty()) {
            ((ObjectNode) category).remove("categories");
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

    private void documents(BundleFolder folder) {
        optional(folder, "claims.yaml", "report", "/claims", "claims");
        ArrayNode findings = JsonNodeFactory.instance.arrayNode();
        for (JsonNode finding : get("scoring", "/findings").path("findings")) {
            findings.add(pick(finding, "chapter", "kind", "title", "text", "areas"));
        }
        if (!findings.isEmpty()) {
            folder.yaml("findings.yaml", findings);
        }
        optional(folder, "remediation.yaml", "scoring", "/remediation", "items");
        feedback(folder);
    }

    private void feedback(BundleFolder folder) {
        JsonNode said = get("report", "/feedback");
        ObjectNode file = object();
        if (said.hasNonNull("onSite")) {
            file.set("onSite", pick(said.path("onSite"), "on", "outcome", "text"));
        }
        ArrayNode draft = file.putArray("draft");
        for (JsonNode answer : said.path("draft")) {
            JsonNode decision = answer.path("decision");
            if (decision.path("decision").asText().equals("UPHELD")) {
                untold.add("%s 的第 %s 项成立的异议"
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

    private void optional(BundleFolder folder, CsvFile file, String service, String path, String list) {
        JsonNode rows = find(service, path).path(list);
        if (!rows.isEmpty()) {
            folder.csv(file, list(rows));
        }
    }

    private void optional(BundleFolder folder, String file, String service, String path, String list) {
        JsonNode elements = find(service, path).path(list);
        if (!elements.isEmpty()) {
            folder.yaml(file, elements);
        }
    }

    private String told() {
        StringBuilder text = new StringBuilder("""
                评估 %s 的归档。用 scripts/evaluate 可在空的平台上重新得到同样的结果（与 expected.json 比较）。
                report/ 为已发布的报告；history.json 为评估经过；results.json 为各版结果；amendments.json 为评分更正；audit/ 为各服务的审计记录，
                每行的 hash 等于 SHA-256（previous 的字节，接 canonical 的文字）。
                """.formatted(evaluation));
        if (!untold.isEmpty()) {
            text.append("数据包无法表达、因而不会随之重新产生的内容：\n");
            untold.forEach(each -> text.append("- ").append(each).append('\n'));
        }
        return text.toString();
    }

    private JsonNode get(String service, String path) {
        return api.get(bureau, new Place(service, at(path)));
    }

    /** What may never have been handed in. */
    private JsonNode find(String service, String path) {
        Answer answer = api.find(bureau, new Place(service, at(path)));
        return answer.isFine() ? answer.body() : JsonNodeFactory.instance.missingNode();
    }

    private String at(String path) {
        return "/v1/evaluations/" + evaluation + path;
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
