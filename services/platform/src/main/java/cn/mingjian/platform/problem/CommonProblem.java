package cn.mingjian.platform.problem;

/** Refusals that every service shares. */
public enum CommonProblem implements ProblemType {
    MALFORMED_REQUEST(Kind.MALFORMED, "请求格式不正确"),
    INVALID_FIELD(Kind.INVALID, "填写内容不符合要求"),
    NOT_SIGNED_IN(Kind.UNAUTHENTICATED, "请先登录"),
    NOT_ALLOWED(Kind.FORBIDDEN, "没有执行此操作的权限"),
    NOT_FOUND(Kind.NOT_FOUND, "没有找到所请求的内容"),
    CHANGED_MEANWHILE(Kind.CONFLICT, "内容已被他人更新，请刷新后重试"),
    UNAVAILABLE(Kind.UNAVAILABLE, "服务暂时不可用，请稍后重试");

    private final Kind kind;
    private final String title;

    CommonProblem(Kind kind, String title) {
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
