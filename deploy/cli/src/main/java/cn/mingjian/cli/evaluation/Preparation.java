package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.AttachedFile;
import cn.mingjian.cli.platform.Answer;
import cn.mingjian.cli.platform.Api;
import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Halt;
import cn.mingjian.cli.platform.Session;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rubric, panel, pledges, recusals and all evidence, until the bureau freezes it. */
record Preparation(Context at) {

    void run() {
        Session bureau = at.cast().bureau();
        Place evaluation = at.parts().evaluationAt("scoring");
        at.put(at.parts().rubric());
        at.progress().tell("建立账号，组成评估团队（%d 位评委）", at.cast().evaluators().size());
        at.cast().create();
        at.cast().signIn();
        Place panel = evaluation.below("/panel");
        if (at.kept().add(panel)) {
            at.api()
                    .put(
                            bureau,
                            panel,
                            at.cast().withAccounts(at.parts().scoring().panel()));
        }
        Together.run(List.of(this::commit, this::deliver, this::handIn));
        attach(bureau, evaluation);
        freeze(bureau, evaluation);
    }

    /** Each evaluator pledges, and asks to be left out where that is so; the bureau decides. Then the third party hands in. */
    private void commit() {
        at.progress().tell("各位评委签署廉洁责任承诺书");
        List<Runnable> tasks = new ArrayList<>();
        for (Evaluator evaluator : at.cast().evaluators()) {
            tasks.add(() -> commit(evaluator));
        }
        Together.run(tasks);
        at.put(at.parts().satisfaction());
    }

    private void commit(Evaluator evaluator) {
        Session own = at.cast().of(evaluator);
        Place seat = at.parts().evaluationAt("scoring").below("/panel/" + Place.segment(evaluator.code()));
        evaluator.pledgedOn().ifPresent(day -> at.api()
                .put(own, seat.below("/pledge"), Json.object().put("occurredOn", day)));
        evaluator.recusal().ifPresent(reason -> {
            at.api().put(own, seat.below("/recusal"), Json.object().put("reason", reason));
            at.api()
                    .put(
                            at.cast().bureau(),
                            seat.below("/recusal/decision"),
                            Json.object().put("decision", "UPHELD").put("reason", reason));
        });
    }

    /** The municipal platform delivers its records, and waits until they count. */
    private void deliver() {
        at.bundle().records().map(Delivery::new).ifPresent(records -> {
            at.progress().tell("市平台推送服务记录");
            Place place = at.parts().delivery();
            JsonNode receipt = at.api().put(at.cast().platform(), place, records.body(), "application/x-ndjson");
            at.progress().tell("服务记录已收到 %d 行，等待计入", receipt.path("lines").asLong());
            JsonNode counted = at.api()
                    .await(
                            at.cast().platform(),
                            place,
                            body -> body.path("state").asText().equals("COUNTED"),
                            "服务记录计入");
            at.progress()
                    .tell(
                            "服务记录已计入 %d 条",
                            counted.path("counted").path("accepted").asLong());
        });
    }

    private void handIn() {
        Session operator = at.cast().operator();
        at.api().await(operator, at.parts().evaluationAt("indicator"), body -> true, "指标服务收到评估");
        at.api().await(operator, at.parts().evaluationAt("staffing"), body -> true, "队伍服务收到评估");
        at.progress().tell("承办方申报完成量，提交花名册、到岗、培训和资源");
        List<Runnable> tasks = new ArrayList<>();
        at.parts().evidence().forEach(part -> tasks.add(() -> at.put(part)));
        tasks.add(() -> at.parts().people().forEach(at::put));
        Together.run(tasks);
    }

    /**
     * Whoever attached a file before attaches it again: a party's lead for its party, the bureau for everybody else. What several
     * of them attached, each by a name of its own, is attached once.
     */
    private void attach(Session bureau, Place evaluation) {
        Set<List<Object>> attached = new HashSet<>();
        for (AttachedFile file : at.bundle().attachments()) {
            if (!attached.add(List.of(file.digest(), file.party()))) {
                continue;
            }
            Session author =
                    file.party().map(at.cast()::lead).map(at.cast()::of).orElse(bureau);
            Place place = evaluation.below("/attachments/" + file.digest() + "?name=" + Place.segment(file.name()));
            at.api().put(author, place, body(file.content()), file.mediaType());
        }
    }

    private static BodyPublisher body(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new Halt("无法读取 %s：%s", file, e.getMessage());
        }
    }

    /** The bureau freezes what it saw; when something changed in between it looks again. */
    private void freeze(Session bureau, Place evaluation) {
        Place snapshot = evaluation.below("/evidence-snapshot");
        Answer answer;
        do {
            int achievement = version(bureau, "indicator", "/achievement");
            int staffing = version(bureau, "staffing", "/staffing");
            Place heard = new Place(
                    "scoring", "%s?achievement=%d&staffing=%d".formatted(evaluation.path(), achievement, staffing));
            at.api()
                    .await(
                            bureau,
                            heard,
                            body -> body.path("achievementVersion").asInt() >= achievement
                                    && body.path("staffingVersion").asInt() >= staffing,
                            "评估服务收到最新的指标和队伍数据");
            at.progress().tell("冻结数据：指标第 %d 版，队伍第 %d 版", achievement, staffing);
            answer = at.api()
                    .tryToPut(
                            bureau,
                            snapshot,
                            Json.object().put("achievementVersion", achievement).put("staffingVersion", staffing));
        } while (answer.status() == 409 && answer.body().path("type").asText().endsWith("evidence-outdated"));
        if (!answer.isFine()) {
            throw Api.refused(snapshot, answer);
        }
    }

    private int version(Session bureau, String service, String path) {
        return at.api()
                .get(bureau, at.parts().evaluationAt(service).below(path))
                .path("version")
                .asInt();
    }
}
