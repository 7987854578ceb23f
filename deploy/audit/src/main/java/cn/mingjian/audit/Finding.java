package cn.mingjian.audit;

/** One sign of tampering, in words for whoever has to look into it. */
public record Finding(Kind kind, String text) {

    /** What was done, as far as it can be told. */
    public enum Kind {
        ENTRY_EDITED("第 %d 条审计记录（编号 %d）与封存时不符：内容被改动"),
        ENTRY_MISSING("第 %d 条审计记录（编号 %d）已不存在：被删除"),
        ENTRY_REORDERED("第 %d 条审计记录（编号 %d）不在写入时的位置：次序被改动"),
        ENTRY_SLIPPED_IN("编号 %d 的审计记录排在已封存的记录之前却没有封存：事后插入"),
        ENTRY_BY_OUTSIDER("第 %d 条审计记录（编号 %d）：表 %s 由数据库账号 %s 改动，不是服务自己的账号"),
        SEALS_MISSING("第 %d 至 %d 条的封存记录已不存在：被删除"),
        TAIL_CUT("检查点证明曾封存到第 %d 条，库中只到第 %d 条：尾部被截去"),
        CHAIN_REWRITTEN("第 %d 条与 %s 签发的检查点不符：该检查点以前的链被改写"),
        CHECKPOINT_FORGED("第 %d 条的检查点（主题位置 %d）签名无效：不是本服务签发"),
        CHECKPOINT_UNREADABLE("主题位置 %d 的消息不是检查点"),
        CHECKPOINTS_MISSING("已封存 %d 条，检查点只到第 %d 条，其后久无检查点：检查点丢失、被删除或被扣下"),
        SEALING_HELD_UP("有 %d 条审计记录迟迟没有封存，最早的写于 %s：封存被阻止或已停止"),
        ROW_CHANGED("表 %s 的行 %s 与审计记录不符：绕过审计被改动"),
        ROW_ADDED("表 %s 的行 %s 没有审计记录：绕过审计被插入"),
        ROW_REMOVED("表 %s 的行 %s 已不存在，审计记录中没有删除：绕过审计被删除"),
        TABLE_CHANGED("表 %s 的全部内容与审计记录的合计不符：绕过审计被改动"),
        TABLE_MISSING("审计记录所载的表 %s 已不存在：被删除或改名"),
        TABLE_REFORMED("表 %s 的主键或审计注释现为 %s，审计记录所载为 %s：绕过审计被改动"),
        TABLE_UNWATCHED("表 %s 的触发器 %s 缺失、被停用或被改动：审计在此失效"),
        MECHANISM_MISSING("审计机制缺少：%s"),
        MECHANISM_CHANGED("审计机制多出或被改动：%s"),
        AUDIT_UNREADABLE("审计记录或所审计的表无法读取：%s");

        private final String form;

        Kind(String form) {
            this.form = form;
        }

        Finding of(Object... details) {
            return new Finding(this, form.formatted(details));
        }
    }
}
