package cn.mingjian.district.account;

import cn.mingjian.district.form.Codes;
import cn.mingjian.district.form.Fields;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.rules.form.Form;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Roles at a station that are taken back. */
@Path("/v1/districts/{district}/stations/{station}/accounts/{username}/withdrawals")
@Tag(name = "账号")
@RunOnVirtualThread
class WithdrawalResource {
    private final Withdrawals withdrawals;
    private final Caller caller;

    WithdrawalResource(Withdrawals withdrawals, Caller caller) {
        this.withdrawals = withdrawals;
        this.caller = caller;
    }

    /** Which role is taken back. */
    record Withdrawal(@Nullable String role) {}

    /** What an account still is at the station. */
    record RemainingView(String username, List<String> roles) {}

    @POST
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "收回账号在该社工站的一个角色；此账号在所有门户的登录随即结束，其他角色不变")
    public RemainingView withdraw(
            @PathParam("district") String district,
            @PathParam("station") String code,
            @PathParam("username") String name,
            @NotNull Withdrawal withdrawal) {
        Place station = Codes.station(district, code);
        caller.require(Roles.BUREAU, station);
        AccountName username = AccountName.parse(name);
        Fields fields = new Fields();
        fields.value("/role", withdrawal.role(), Form.KEY)
                .filter(role -> !Roles.OF_STATION.contains(role))
                .ifPresent(role ->
                        fields.wrong(AccountProblem.ROLE_NOT_GRANTABLE, "/role", "角色 " + role + " 不由区民政局授予和收回"));
        fields.refuse();
        return new RemainingView(
                username.text(), withdrawals.withdraw(station, username, Objects.requireNonNull(withdrawal.role())));
    }
}
