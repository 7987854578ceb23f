package cn.mingjian.district.account;

import cn.mingjian.district.directory.Account;
import cn.mingjian.district.directory.Directory;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives accounts of a district their first password, again until somebody has signed in with it and chosen their own: from then on
 * nobody else, the bureau included, can get in as them. Whoever is somebody elsewhere too, or more than a station's people are, gets
 * none: it would open more than the bureau may grant.
 */
@ApplicationScoped
class Passwords {

    private final Directory directory;
    private final EntityManager database;
    private final Caller caller;

    Passwords(Directory directory, EntityManager database, Caller caller) {
        this.directory = directory;
        this.database = database;
        this.caller = caller;
    }

    /** A password to be changed at the first sign-in; one issued before it opens nothing any more. */
    String issue(String district, AccountName username) {
        Account account = directory
                .find(username.text())
                .orElseThrow(() -> AccountProblem.ACCOUNT_UNKNOWN.because("没有账号 %s", username.text()));
        List<String> rights = directory.rights(account);
        Pattern granted = Pattern.compile("/" + district + "/[a-z0-9-]+/(" + String.join("|", Roles.OF_STATION) + ")");
        if (rights.isEmpty()
                || !rights.stream().allMatch(right -> granted.matcher(right).matches())) {
            throw AccountProblem.PASSWORD_NOT_YOURS.because("账号 %s 的角色不都由本区授予", username.text());
        }
        if (directory.hasChosenPassword(account)) {
            throw AccountProblem.PASSWORD_CHOSEN.because("账号 %s 的使用人已设置自己的密码，区民政局不能另发；忘记密码请联系平台管理员", username.text());
        }
        String password = Password.random();
        // First who did it, then what was done: nothing is given out without an entry in the audit.
        QuarkusTransaction.requiringNew().run(() -> record(district, account));
        directory.setFirstPassword(account, password);
        return password;
    }

    private void record(String district, Account account) {
        database.createNativeQuery("""
                        insert into issued_password (district, account, issued_by, issued_at)
                        values (:district, :account, :by, clock_timestamp())
                        on conflict (district, account) do update
                          set issued_by = excluded.issued_by, issued_at = excluded.issued_at""")
                .setParameter("district", district)
                .setParameter("account", account.id())
                .setParameter("by", caller.account())
                .executeUpdate();
    }
}
