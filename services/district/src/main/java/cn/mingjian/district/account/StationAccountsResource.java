package cn.mingjian.district.account;

import cn.mingjian.district.directory.Directory;
import cn.mingjian.district.form.Codes;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who holds which role at a station. */
@Path("/v1/districts/{district}/stations/{station}/accounts")
@Tag(name = "账号")
@RunOnVirtualThread
class StationAccountsResource {
    private final Directory directory;
    private final Caller caller;

    StationAccountsResource(Directory directory, Caller caller) {
        this.directory = directory;
        this.caller = caller;
    }

    /** Those of one role after those of another. */
    record AccountList(List<HolderView> accounts) {}

    /**
     * An account in one of its roles at the station.
     *
     * @param id by which a panel names it
     */
    record HolderView(
            String role,
            String id,
            String username,
            @Nullable String displayName) {}

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "在该社工站有角色的账号")
    public AccountList list(@PathParam("district") String district, @PathParam("station") String code) {
        Place station = Codes.station(district, code);
        caller.require(Roles.BUREAU, station);
        return new AccountList(Roles.OF_STATION.stream()
                .flatMap(role -> directory.members(role, station).stream()
                        .map(member -> new HolderView(role, member.id(), member.username(), member.displayName())))
                .toList());
    }
}
