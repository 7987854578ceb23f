package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.platform.Answer;
import cn.mingjian.cli.platform.Api.Place;
import cn.mingjian.cli.platform.Halt;
import cn.mingjian.cli.platform.Session;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** District, station, agreement, accounts and the opening of the evaluation. */
record Registration(Context at) {
    private static final String PLATFORM_ACCOUNT = "service-account-municipal-platform";

    /** The evaluation as it stands, when there is one already; halts when it is about something else. */
    Optional<JsonNode> existing() {
        if (at.api().find(at.cast().installer(), at.parts().districtPlace()).isMissing()) {
            return Optional.empty();
        }
        Optional<Session> bureau = at.cast().findBureau();
        if (bureau.isEmpty()) {
            return Optional.empty();
        }
        Answer evaluation = at.api().find(bureau.get(), at.parts().evaluationAt("scoring"));
        if (evaluation.isMissing()) {
            return Optional.empty();
        }
        at.progress().tell("评估 %s 已在平台上，正在核对数据包", at.parts().evaluationCode());
        List<String> different = new Comparison(at, evaluation.body()).differences();
        if (!different.isEmpty()) {
            boolean closed = Phase.of(evaluation.body()) == Phase.CLOSED;
            throw new Halt(List.of(
                    "评估 %s %s，平台上的数据与数据包不同，没有作任何更改。不同的文件："
                            .formatted(at.parts().evaluationCode(), closed ? "已办结" : "正在进行"),
                    "  " + String.join("、", different)));
        }
        return Optional.of(evaluation.body());
    }

    /** The versions of station and agreement that an evaluation pins. */
    record Registered(int station, int agreement) {}

    /** Registers what an evaluation needs. */
    Registered register() {
        at.progress().tell("登记区、社工站和服务协议");
        at.api()
                .put(
                        at.cast().installer(),
                        at.parts().districtPlace(),
                        at.parts().agreements().district(at.cast().bureauAccount(), PLATFORM_ACCOUNT));
        Session bureau = at.cast().bureau();
        int station = at.api()
                .put(bureau, at.parts().station(), at.parts().agreements().station())
                .path("version")
                .asInt();
        int agreement = at.api()
                .put(bureau, at.parts().agreement(), at.parts().agreements().agreement())
                .path("version")
                .asInt();
        return new Registered(station, agreement);
    }

    /** Registers what the evaluation needs and opens it. */
    JsonNode open() {
        Registered registered = register();
        Session bureau = at.cast().bureau();
        var signed = new Place("scoring", at.parts().agreement().path() + "/versions/" + registered.agreement());
        at.api().await(bureau, signed, body -> true, "评估服务收到服务协议");
        at.progress().tell("开启评估 %s", at.parts().evaluationCode());
        return at.api()
                .put(
                        bureau,
                        at.parts().evaluationAt("scoring"),
                        at.parts().evaluation(registered.station(), registered.agreement()));
    }
}
