package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.platform.Api;
import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Installation;
import cn.mingjian.cli.platform.Keycloak;
import cn.mingjian.cli.platform.Session;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One evaluation from its bundle to its report. What is done already is found and not done again. */
public final class Round {
    private final Context context;

    public Round(Bundle bundle, Installation installation, Progress progress) {
        Api api = new Api(installation);
        Cast cast = new Cast(api, new Keycloak(installation), bundle);
        this.context = new Context(bundle, api, cast, new Parts(bundle, cast), progress, ConcurrentHashMap.newKeySet());
    }

    /** The names of the accounts of everybody who takes part. */
    public Set<String> accounts() {
        return context.cast().accounts();
    }

    /** Registers what the evaluation needs and makes everybody's account, without opening it. */
    public void enrol() {
        new Registration(context).register();
        context.progress().tell("建立各方账号");
        context.cast().create();
    }

    /** Takes the evaluation to its end and writes result and report into a folder. */
    public JsonNode run(Path out) {
        Registration registration = new Registration(context);
        Optional<JsonNode> existing = registration.existing();
        Phase phase = Phase.of(existing.orElseGet(registration::open));
        if (phase == Phase.PREPARING) {
            new Preparation(context).run();
            phase = Phase.SCORING;
        }
        if (phase == Phase.SCORING) {
            new Judging(context).run();
            phase = await(Phase.FEEDBACK);
        }
        if (phase == Phase.FEEDBACK) {
            new Closing(context).run();
            await(Phase.CLOSED);
        }
        Publication publication = new Publication(context);
        publication.issue();
        JsonNode result = publication.readInto(out);
        context.progress()
                .tell(
                        "完成：总分 %s，等级 %s",
                        result.path("score").path("total").asText(),
                        result.path("score").path("grade").asText());
        return result;
    }

    /** Writes result and report of a round that is closed already into a folder, as this account of the bureau reads them. */
    public JsonNode readBack(Session bureau, Path out) {
        context.cast().bureauIs(bureau);
        return new Publication(context).readInto(out);
    }

    private Phase await(Phase phase) {
        Place place =
                new Place("scoring", context.parts().evaluationAt("scoring").path() + "?phase=" + phase);
        context.api().await(context.cast().bureau(), place, body -> Phase.of(body) == phase, "评估进入下一阶段");
        return phase;
    }
}
