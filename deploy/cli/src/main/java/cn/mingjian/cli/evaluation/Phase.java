package cn.mingjian.cli.evaluation;

import cn.mingjian.cli.platform.Halt;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** Where an evaluation stands, in the order of its life. */
enum Phase {
    PREPARING,
    SCORING,
    FEEDBACK,
    CLOSED;

    /** The phase that the scoring service tells; a cancelled round goes nowhere. */
    static Phase of(JsonNode evaluation) {
        String name = evaluation.path("phase").asText();
        return Arrays.stream(values())
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Halt(
                        "评估 %s 已取消或状态不明（%s），不再继续。", evaluation.path("code").asText(), name));
    }

    boolean isBefore(Phase other) {
        return compareTo(other) < 0;
    }
}
