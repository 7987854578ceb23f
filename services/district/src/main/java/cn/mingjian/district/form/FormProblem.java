package cn.mingjian.district.form;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals of codes. */
enum FormProblem implements ProblemType {
    CODE_RESERVED(Kind.INVALID, "编码是保留字");

    private final Kind kind;
    private final String title;

    FormProblem(Kind kind, String title) {
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
