package cn.mingjian.scoring.attachment;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** What this feature refuses. */
enum AttachmentProblem implements ProblemType {
    ATTACHMENT_NOT_FOUND(Kind.NOT_FOUND, "没有这份附件"),
    ATTACHMENT_DIFFERS(Kind.CONFLICT, "附件已以其他名称登记"),
    TOO_MANY_ATTACHMENTS(Kind.CONFLICT, "附件数量已达上限"),
    DIGEST_DIFFERS(Kind.INVALID, "内容与摘要不符"),
    CONTENT_DIFFERS(Kind.INVALID, "内容与文件类型不符"),
    MALWARE_FOUND(Kind.INVALID, "附件未通过安全检查");

    private final Kind kind;
    private final String title;

    AttachmentProblem(Kind kind, String title) {
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
