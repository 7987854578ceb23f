package cn.mingjian.platform.problem;

import org.jspecify.annotations.Nullable;

/** Refusals that every service shares. */
public enum CommonProblem implements ProblemType {
    MALFORMED_REQUEST(Kind.MALFORMED, "请求格式不正确"),
    INVALID_FIELD(Kind.INVALID, "填写内容不符合要求"),
    NOT_SIGNED_IN(Kind.UNAUTHENTICATED, "请先登录"),
    NOT_ALLOWED(Kind.FORBIDDEN, "没有执行此操作的权限"),
    NOT_FOUND(Kind.NOT_FOUND, "没有找到所请求的内容"),
    METHOD_NOT_ALLOWED(Kind.METHOD_UNKNOWN, "该地址不支持此操作"),
    FORM_NOT_OFFERED(Kind.FORM_NOT_OFFERED, "无法按所要求的格式返回"),
    FORM_NOT_TAKEN(Kind.FORM_NOT_TAKEN, "不接受此格式的内容"),
    REQUEST_TOO_SLOW(Kind.TOO_SLOW, "请求发送过慢"),
    REQUEST_TOO_LARGE(Kind.TOO_LARGE, "请求内容过大"),
    TOO_MANY_REQUESTS(Kind.TOO_OFTEN, "请求过于频繁，请稍后重试"),
    CHANGED_MEANWHILE(Kind.CONFLICT, "内容已被他人更新，请刷新后重试"),
    READ_ANOTHER_VERSION(Kind.PRECONDITION_FAILED, "内容已在别处更新，没有改动"),
    UNAVAILABLE(Kind.UNAVAILABLE, "服务暂时不可用，请稍后重试");

    private final Kind kind;
    private final String title;

    CommonProblem(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** The refusal that an HTTP status stands for when nothing more is known; null for any other. */
    public static @Nullable CommonProblem ofStatus(int status) {
        return switch (status) {
            case 400 -> MALFORMED_REQUEST;
            case 401 -> NOT_SIGNED_IN;
            case 403 -> NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> FORM_NOT_OFFERED;
            case 408 -> REQUEST_TOO_SLOW;
            case 413 -> REQUEST_TOO_LARGE;
            case 415 -> FORM_NOT_TAKEN;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> null;
        };
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
