package cn.mingjian.district.station;

import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may read what belongs to a station: its district's bureau, everybody with a role there, the report service. */
@ApplicationScoped
public class StationAccess {
    private final Caller caller;

    StationAccess(Caller caller) {
        this.caller = caller;
    }

    public void requireReader(Place station) {
        if (!caller.isService("report")) {
            caller.requireAny(
                    station,
                    Roles.BUREAU,
                    Roles.OPERATOR,
                    Roles.THIRD_PARTY,
                    Roles.SUPERVISORY_CENTER,
                    Roles.PURCHASER,
                    Roles.SUPERVISOR);
        }
    }
}
