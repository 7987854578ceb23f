package cn.mingjian.scoring.work;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.platform.problem.Refusals;
import cn.mingjian.scoring.evaluation.Phase;
import java.util.Arrays;

/** Which evaluations of a work list are asked for. */
record WorkQuery(String phase, boolean waiting, String after, int limit) {

    private static final int LONGEST_PAGE = 200;
    private static final int USUAL_PAGE = 50;

    /** Reads what was asked; null is not asked for. */
    static WorkQuery of(String phase, String waiting, String after, String limit) {
        Refusals refusals = new Refusals();
        if (phase != null && Arrays.stream(Phase.Name.values()).map(Enum::name).noneMatch(phase::equals)) {
            refusals.add(
                    CommonProblem.INVALID_FIELD,
                    "phase",
                    "未知的取值 %s，应为 %s".formatted(phase, Arrays.toString(Phase.Name.values())));
        }
        if (waiting != null && !waiting.equals("true") && !waiting.equals("false")) {
            refusals.add(CommonProblem.INVALID_FIELD, "waiting", "应为 true 或 false，收到 " + waiting);
        }
        if (after != null && !Place.isCode(after)) {
            refusals.add(CommonProblem.INVALID_FIELD, "after", "应为上一页给出的评估编码");
        }
        int rows = limit == null ? USUAL_PAGE : rows(limit);
        if (rows < 1 || rows > LONGEST_PAGE) {
            refusals.add(CommonProblem.INVALID_FIELD, "limit", "应为 1 至 %d 的整数".formatted(LONGEST_PAGE));
        }
        refusals.throwIfAny();
        return new WorkQuery(phase, "true".equals(waiting), after, rows);
    }

    private static int rows(String limit) {
        return limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
    }
}
