package cn.mingjian.integration.delivery;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals about deliveries. */
enum DeliveryProblem implements ProblemType {
    DELIVERY_UNKNOWN(Kind.NOT_FOUND, "没有这次推送"),
    DELIVERY_KEY_INVALID(Kind.INVALID, "推送编号不符合要求"),
    DELIVERY_DIFFERS(Kind.CONFLICT, "同一推送编号已用于不同内容");

    private final Kind kind;
    private final String title;

    DeliveryProblem(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
