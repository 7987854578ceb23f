package cn.mingjian.district.account;

import cn.mingjian.district.directory.Account;
import cn.mingjian.district.directory.Directory;
import cn.mingjian.district.form.Answers;
import cn.mingjian.district.form.Codes;
import cn.mingjian.district.form.Roles;
import cn.mingjian.district.registry.Places;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Accounts of a district. */
@Path("/v1/districts/{district}/accounts/{username}")
@Tag(name = "账号")
@RunOnVirtualThread
class AccountResource {
    private final Directory directory;
    private final Places places;
    private final Caller caller;

    AccountResource(Directory directory, Places places, Caller caller) {
        this.directory = directory;
        this.places = places;
        this.caller = caller;
    }

    /** An account by its id. */
    record AccountView(String id, String username) {}

    @PUT
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "建立账号，或为已有账号增加角色")
    public RestResponse<AccountView> ensure(
            @PathParam("district") String code, @PathParam("username") String name, @NotNull AccountDocument document) {
        Place district = Codes.district(code);
        caller.require(Roles.BUREAU, district);
        AccountName username = AccountName.parse(name);
        document.check(code, places::knows);
        Account account = account(code, username, Objects.requireNonNull(document.displayName()));
        for (AccountDocument.Membership membership : Objects.requireNonNull(document.memberships())) {
            Objects.requireNonNull(membership);
            directory.join(
                    account,
                    Place.station(code, Objects.requireNonNull(membership.station())),
                    Objects.requireNonNull(membership.role()));
        }
        return Answers.kept(account.isNew(), new AccountView(account.id(), account.username()));
    }

    /** An account that is there may be anybody's: it gains rights here and nothing else of it changes. */
    private Account account(String district, AccountName username, String displayName) {
        return username.mayBeMadeBy(district)
                ? directory.ensure(username.text(), displayName)
                : directory
                        .find(username.text())
                        .orElseThrow(() ->
                                AccountProblem.ACCOUNT_OF_OTHERS.because("账号 %s 不属于区 %s", username.text(), district));
    }
}
