package cn.mingjian.district.account;

import cn.mingjian.platform.problem.Kind;
import cn.mingjian.platform.problem.ProblemType;

/** Refusals about accounts. */
enum AccountProblem implements ProblemType {
    STATION_UNKNOWN(Kind.INVALID, "没有登记这个社工站"),
    ROLE_NOT_GRANTABLE(Kind.INVALID, "区民政局不能授予这个角色"),
    NAME_RESERVED(Kind.INVALID, "账号名不可用"),
    ACCOUNT_OF_OTHERS(Kind.INVALID, "没有这个账号，也不能由本区建立"),
    ACCOUNT_UNKNOWN(Kind.NOT_FOUND, "没有这个账号"),
    ROLE_NOT_HELD(Kind.NOT_FOUND, "账号没有这个角色"),
    OWN_ACCOUNT(Kind.CONFLICT, "不能收回自己的角色"),
    PASSWORD_NOT_YOURS(Kind.CONFLICT, "不能由本区发放密码"),
    PASSWORD_CHOSEN(Kind.CONFLICT, "本人已设置密码");

    private final Kind kind;
    private final String title;

    AccountProblem(Kind kind, String title) {
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
