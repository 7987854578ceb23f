package cn.mingjian.district.directory;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals of the directory of accounts. */
enum DirectoryProblem implements ProblemType {
    ENTRY_REFUSED(Kind.INVALID, "账号目录不接受这个名称"),
    DIRECTORY_UNAVAILABLE(Kind.UNAVAILABLE, "账号目录暂时不可用，请稍后重试");

    private final Kind kind;
    private final String title;

    DirectoryProblem(Kind kind, String title) {
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
