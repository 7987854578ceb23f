package cn.mingjian.scoring.fieldwork;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum FieldworkProblem implements ProblemType {
    NOTHING_RECORDED(Kind.NOT_FOUND, "尚无记录"),
    ANSWERS_JOINED(Kind.CONFLICT, "居民的回答已经计入"),
    CHAPTER_OF_OTHER_PARTY(Kind.INVALID, "该章节不由本方撰写"),
    AREA_UNKNOWN(Kind.INVALID, "服务协议中没有这个片区");

    private final Kind kind;
    private final String title;

    FieldworkProblem(Kind kind, String title) {
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
