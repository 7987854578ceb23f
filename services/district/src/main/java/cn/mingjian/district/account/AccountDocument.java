package cn.mingjian.district.account;

import cn.mingjian.district.form.Fields;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.rules.form.Form;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An account as the bureau wants it: what it is called, and which roles it has at which stations. */
public record AccountDocument(
        @Nullable String displayName, @Nullable List<@Nullable Membership> memberships) {

    /** A role at a station of the district. */
    public record Membership(
            @Nullable String station, @Nullable String role) {}

    /** Ends the request with everything that is wrong; a bureau grants the roles below its own, in its district. */
    void check(String district, Predicate<Place> isKnown) {
        Fields fields = new Fields();
        fields.value("/displayName", displayName, Form.KEY);
        fields.each("/memberships", memberships, (at, membership) -> {
            fields.value(at + "/station", membership.station(), Form.CODE)
                    .filter(station -> !isKnown.test(Place.station(district, station)))
                    .ifPresent(station ->
                            fields.wrong(AccountProblem.STATION_UNKNOWN, at + "/station", "没有登记社工站 " + station));
            fields.value(at + "/role", membership.role(), Form.KEY)
                    .filter(role -> !Roles.OF_STATION.contains(role))
                    .ifPresent(role -> fields.wrong(AccountProblem.ROLE_NOT_GRANTABLE, at + "/role", "不能授予角色 " + role));
        });
        fields.refuse();
    }
}
