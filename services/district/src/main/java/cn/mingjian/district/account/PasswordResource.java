package cn.mingjian.district.account;

import cn.mingjian.district.form.Codes;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** First passwords of accounts, each told once and kept nowhere. */
@Path("/v1/districts/{district}/accounts/{username}/passwords")
@Tag(name = "账号")
@RunOnVirtualThread
class PasswordResource {
    private final Passwords passwords;
    private final Caller caller;

    PasswordResource(Passwords passwords, Caller caller) {
        this.passwords = passwords;
        this.caller = caller;
    }

    /** What is told to whoever asked, this once. */
    record PasswordView(String username, String password) {}

    @POST
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "发放首次登录密码，只在此处告知一次，首次登录须更改；本人设置密码之前可以重发，此前发放的随即失效")
    public PasswordView issue(@PathParam("district") String district, @PathParam("username") String name) {
        caller.require(Roles.BUREAU, Codes.district(district));
        AccountName username = AccountName.parse(name);
        return new PasswordView(username.text(), passwords.issue(district, username));
    }
}
