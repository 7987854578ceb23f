package cn.mingjian.report.edition;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum EditionProblem implements ProblemType {
    DRAFT_NOT_READY(Kind.NOT_FOUND, "报告初稿尚未生成"),
    FINAL_NOT_READY(Kind.NOT_FOUND, "正式报告尚未生成"),
    FINAL_NOT_ISSUED(Kind.NOT_FOUND, "正式报告尚未签发"),
    FILE_NOT_FOUND(Kind.NOT_FOUND, "没有这种格式的报告"),
    REPORT_NOT_VERIFIED(Kind.NOT_FOUND, "没有与该核验码相符的报告");

    private final Kind kind;
    private final String title;

    EditionProblem(Kind kind, String title) {
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
