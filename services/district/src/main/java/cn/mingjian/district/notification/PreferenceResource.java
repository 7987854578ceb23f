package cn.mingjian.district.notification;

import cn.mingjian.district.form.Fields;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.ForCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the calling account wants to be told. */
@Path("/v1/notification-preferences")
@Tag(name = "消息")
@RunOnVirtualThread
@ForCaller
@RolesAllowed({
    Roles.BUREAU,
    Roles.OPERATOR,
    Roles.THIRD_PARTY,
    Roles.SUPERVISORY_CENTER,
    Roles.PURCHASER,
    Roles.SUPERVISOR
})
class PreferenceResource {
    private static final int LONGEST = 254;

    /** One address; what is delivered is for the mail server to say. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"]+@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]+");

    private final KeptPreferences kept;

    PreferenceResource(KeptPreferences kept) {
        this.kept = kept;
    }

    /**
     * How somebody wants to be told.
     *
     * @param email where mail goes to; null for no mail
     * @param muted kinds that are not mailed; the inbox has them all the same
     */
    record Preferences(@Nullable String email, @Nullable List<@Nullable String> muted) {}

    @GET
    @Operation(summary = "本账号的消息设置")
    public Preferences get() {
        return kept.own()
                .map(mine -> new Preferences(mine.email, List.copyOf(mine.muted)))
                .orElseGet(() -> new Preferences(null, List.of()));
    }

    @PUT
    @Operation(summary = "设定邮件地址，以及哪些消息不发邮件")
    public Preferences put(@NotNull Preferences preferences) {
        Fields fields = new Fields();
        String email = preferences.email();
        if (email != null
                && (email.length() > LONGEST || !ADDRESS.matcher(email).matches())) {
            fields.wrong("/email", "应为一个邮件地址，收到 " + email);
        }
        fields.each("/muted", preferences.muted(), (at, kind) -> {
            fields.once(at, "muted", kind);
            if (Arrays.stream(NotificationKind.values())
                    .noneMatch(known -> known.name().equals(kind))) {
                fields.wrong(at, "未知的消息类别 " + kind);
            }
        });
        fields.refuse();
        kept.keep(
                email,
                Objects.requireNonNull(preferences.muted()).stream()
                        .map(kind -> Objects.requireNonNull(kind))
                        .toList());
        return preferences;
    }
}
