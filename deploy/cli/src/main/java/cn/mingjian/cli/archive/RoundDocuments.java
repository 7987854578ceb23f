package cn.mingjian.cli.archive;

import cn.mingjian.cli.platform.Halt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an archive keeps of a closed round besides its bundle, as the services tell it. */
final class RoundDocuments {
    /** What a bundle has no file for, by the address it is read at; each with its own name. */
    private static final Map<String, String> BESIDE = beside();

    private final ClosedRound round;
    private final BundleFolder folder;
    private final List<String> untold;

    /** @param untold takes what does not come again with the bundle, in the user's words */
    RoundDocuments(ClosedRound round, BundleFolder folder, List<String> untold) {
        this.round = round;
        this.folder = folder;
        this.untold = untold;
    }

    /** @throws Halt when an attached file is missing */
    void write() {
        folder.json("history.json", round.get("scoring", "/history"));
        folder.json("amendments.json", round.get("scoring", "/amendments"));
        folder.json("sheets.json", round.get("scoring", "/sheets"));
        folder.json("results.json", results());
        folder.json("beside/panel.json", round.get("scoring", "/panel"));
        folder.json("beside/feedback.json", round.get("report", "/feedback"));
        discrepancyAnswers();
        besides();
        attachments();
    }

    private static Map<String, String> beside() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("preparation-notice", "评估通知");
        names.put("self-assessment", "承办方的自评");
        names.put("visit-plan", "走访安排");
        names.put("site-checks", "现场检查");
        names.put("samples", "档案抽样");
        names.put("interviews", "访谈与电话");
        names.put("questionnaire", "满意度问卷");
        names.put("invitations", "对评委的邀请");
        names.put("progress", "各方的截止时间与提交时间");
        names.put("vetoes", "一票否决的登记");
        names.put("concerns", "关注问题的整改");
        names.put("appeals", "申诉");
        return names;
    }

    private void besides() {
        BESIDE.forEach((address, name) -> {
            JsonNode found = round.find("scoring", "/" + address);
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
        int latest = round.get("scoring", "/result").path("version").asInt();
        for (int version = 1; version <= latest; version++) {
            results.add(round.get("scoring", "/result/versions/" + version));
        }
        return results;
    }

    private void discrepancyAnswers() {
        JsonNode said = round.find("indicator", "/discrepancy-answers");
        if (!said.path("answers").isEmpty()) {
            folder.json("discrepancy-answers.json", said);
            untold.add("承办方对数据不一致的说明（见 discrepancy-answers.json）");
        }
    }

    /** Each file once, under its digest, however many attached it. */
    private void attachments() {
        JsonNode attached = round.get("scoring", "/attachments");
        folder.json("attachments.json", attached);
        Set<String> kept = new HashSet<>();
        for (JsonNode attachment : attached.path("attachments")) {
            String digest = attachment.path("digest").asText();
            Path file = folder.folder().resolve("attachments").resolve(digest);
            if (kept.add(digest)
                    && !round.download("scoring", "/attachments/" + digest, "application/octet-stream", file)) {
                throw new Halt(
                        "评估 %s 的附件 %s 没有读到，归档不完整。", round.opening().path("code").asText(), digest);
            }
        }
    }
}
