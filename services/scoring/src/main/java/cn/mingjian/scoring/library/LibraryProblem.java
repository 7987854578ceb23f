package cn.mingjian.scoring.library;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum LibraryProblem implements ProblemType {
    RUBRIC_VERSION_NOT_FOUND(Kind.NOT_FOUND, "没有这一版评估指标体系"),
    RUBRIC_PUBLISHED(Kind.CONFLICT, "该版评估指标体系已发布，不能更改"),
    RUBRIC_NOT_PUBLISHED(Kind.CONFLICT, "该版评估指标体系尚未发布"),
    CODE_DIFFERS(Kind.INVALID, "编码或版本与地址不一致"),
    FILE_UNREADABLE(Kind.INVALID, "无法读取文件"),
    PARENT_UNKNOWN(Kind.INVALID, "没有上级类别"),
    TOO_DEEP(Kind.INVALID, "评估指标层级过深");

    private final Kind kind;
    private final String title;

    LibraryProblem(Kind kind, String title) {
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
