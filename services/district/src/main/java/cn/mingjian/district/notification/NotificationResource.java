package cn.mingjian.district.notification;

import cn.mingjian.district.form.Fields;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.ForCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The inbox of the calling account. */
@Path("/v1/notifications")
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
class NotificationResource {
    private static final int MOST = 100;

    private final Inbox inbox;

    NotificationResource(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * A page of the inbox, the latest first.
     *
     * @param unread how many are unread in all
     * @param next what {@code before} has to say for the next page; null on the last one
     */
    record NotificationPage(
            List<NotificationView> notifications,
            long unread,
            @Nullable Long next) {}

    /** @param station code of the station that it is about */
    record NotificationView(
            long number,
            String kind,
            String title,
            String evaluation,
            String district,
            String station,
            String sentence,
            Instant at,
            boolean read) {
        static NotificationView of(Inbox.Entry entry) {
            String[] place = entry.place().split("/");
            return new NotificationView(
                    entry.number(),
                    entry.kind(),
                    NotificationKind.valueOf(entry.kind()).title(),
                    entry.evaluation(),
                    place[0],
                    place[1],
                    entry.sentence(),
                    entry.at(),
                    entry.read());
        }
    }

    /** @param upTo number of the latest that was seen */
    record Reading(@Nullable Long upTo) {}

    /** @param unread how many are left */
    record ReadingView(long unread) {}

    @GET
    @Operation(summary = "本账号的消息，新的在前")
    public NotificationPage page(
            @QueryParam("before") @Nullable Long before,
            @QueryParam("unread") @DefaultValue("false") boolean unreadOnly,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Inbox.Entry> found = inbox.page(before == null ? Long.MAX_VALUE : before, unreadOnly, size);
        List<NotificationView> page =
                found.stream().limit(size).map(NotificationView::of).toList();
        return new NotificationPage(
                page, inbox.unread(), found.size() > size ? page.getLast().number() : null);
    }

    @PUT
    @Path("/reading")
    @Operation(summary = "将不晚于该编号的消息标为已读")
    public ReadingView read(@NotNull Reading reading) {
        Fields fields = new Fields();
        if (reading.upTo() == null || reading.upTo() < 0) {
            fields.wrong("/upTo", "应为消息编号，收到 " + reading.upTo());
        }
        fields.refuse();
        inbox.readUpTo(Objects.requireNonNull(reading.upTo()));
        return new ReadingView(inbox.unread());
    }
}
