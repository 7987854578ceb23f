package cn.mingjian.district.account;

import cn.mingjian.district.directory.Account;
import cn.mingjian.district.directory.Directory;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;

/**
 * Takes back what the bureau has granted. The account's sign-ins end with it, since their tokens still say what it was; whatever else
 * it is remains. Only a right that was there is taken back, so that no bureau can sign out who is none of its people.
 */
@ApplicationScoped
class Withdrawals {

    private final Directory directory;
    private final EntityManager database;
    private final Caller caller;

    Withdrawals(Directory directory, EntityManager database, Caller caller) {
        this.directory = directory;
        this.database = database;
        this.caller = caller;
    }

    /** The roles that remain at the station. */
    List<String> withdraw(Place station, AccountName username, String role) {
        Account account = directory
                .find(username.text())
                .orElseThrow(() -> AccountProblem.ACCOUNT_UNKNOWN.because("没有账号 %s", username.text()));
        if (account.id().equals(caller.account())) {
            throw AccountProblem.OWN_ACCOUNT.because("%s 是您登录的账号，请由本区的另一个区民政局账号收回", username.text());
        }
        List<String> held = directory.rolesAt(station, account);
        // First who did it, then what was done: nothing is taken back without an entry in the audit.
        QuarkusTransaction.requiringNew().run(() -> record(station, account, role, held.contains(role)));
        directory.leave(account, station, role);
        directory.signOut(account);
        return Roles.OF_STATION.stream()
                .filter(each -> held.contains(each) && !each.equals(role))
                .toList();
    }

    /** What was recorded a moment ago may have been cut off before the sign-ins ended, and is done again. */
    private void record(Place station, Account account, String role, boolean isHeld) {
        Query row = database.createNativeQuery(isHeld ? """
                        insert into withdrawn_right (district, station, role, account, withdrawn_by, withdrawn_at)
                        values (:district, :station, :role, :account, :by, clock_timestamp())
                        on conflict (district, station, role, account) do update
                          set withdrawn_by = excluded.withdrawn_by, withdrawn_at = excluded.withdrawn_at""" : """
                        update withdrawn_right set withdrawn_by = :by, withdrawn_at = clock_timestamp()
                         where district = :district and station = :station and role = :role and account = :account
                           and withdrawn_at > clock_timestamp() - interval '10 minutes'""");
        int recorded = row.setParameter("district", station.district())
                .setParameter("station", station.station())
                .setParameter("role", role)
                .setParameter("account", account.id())
                .setParameter("by", caller.account())
                .executeUpdate();
        if (recorded == 0) {
            throw AccountProblem.ROLE_NOT_HELD.because("账号 %s 在 %s 没有角色 %s", account.username(), station.path(), role);
        }
    }
}
