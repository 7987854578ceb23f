package cn.mingjian.district.account;

import cn.mingjian.district.form.Fields;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Place;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An account as the bureau wants it: what it is called, and which roles it has at which stations. */
public record AccountDocument(
        @Nullable String displayName, @Nullable List<@Nullable Membership> memberships) {
    private static final Set<String> GRANTABLE =
            Set.of(Roles.OPERATOR, Roles.THIRD_PARTY, Roles.SUPERVISORY_CENTER, Roles.PURCHASER, Roles.SUPERVISOR);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,190}");
    private static final Pattern RESERVED = Pattern.compile("(?i)(bureau@|service-account-).*");

    /** A role at a station of the district. */
    public record Membership(
            @Nullable String station, @Nullable String role) {}

    /** Ends the request with everything that is wrong; a bureau grants the roles below its own, in its district. */
    void check(String district, String username, Predicate<Place> isKnown) {
        Fields fields = new Fields();
        if (!NAME.matcher(username).matches() || RESERVED.matcher(username).matches()) {
            fields.wrong(AccountProblem.NAME_RESERVED, "", "账号名 %s 不可用".formatted(username));
        }
        fields.text("/displayName", displayName);
        fields.each("/memberships", memberships, (at, membership) -> {
            fields.code(at + "/station", membership.station())
                    .filter(station -> !isKnown.test(Place.station(district, station)))
                    .ifPresent(station ->
                            fields.wrong(AccountProblem.STATION_UNKNOWN, at + "/station", "没有登记社工站 " + station));
            fields.text(at + "/role", membership.role())
                    .filter(role -> !GRANTABLE.contains(role))
                    .ifPresent(role -> fields.wrong(AccountProblem.ROLE_NOT_GRANTABLE, at + "/role", "不能授予角色 " + role));
        });
        fields.refuse();
    }
}
