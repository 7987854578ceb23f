package cn.mingjian.district.station;

import cn.mingjian.district.form.Codes;
import cn.mingjian.district.form.Fields;
import cn.mingjian.district.form.Roles;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The stations of a district. */
@Path("/v1/districts/{district}/stations")
@Tag(name = "社工站")
@RunOnVirtualThread
class StationListResource {
    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 100;

    private final StationList list;
    private final Caller caller;

    StationListResource(StationList list, Caller caller) {
        this.list = list;
        this.caller = caller;
    }

    /**
     * A page of stations.
     *
     * @param next what {@code after} has to say for the next page; null on the last one
     */
    record StationPage(
            List<StationList.Line> stations, @Nullable String next) {}

    @GET
    @RolesAllowed(Roles.BUREAU)
    @Operation(summary = "本区的社工站及其服务协议；以 text 查找站名、镇街或编码，以 unevaluated=true 只列尚无评估的，以 after 续页")
    public StationPage page(
            @PathParam("district") String code,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("unevaluated") @DefaultValue("false") boolean unevaluated,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Place district = Codes.district(code);
        caller.require(Roles.BUREAU, district);
        Fields fields = new Fields();
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            fields.wrong("text", "至多 %d 个字".formatted(LONGEST_TEXT));
        }
        if (!after.isEmpty() && !Place.isCode(after)) {
            fields.wrong("after", "不是上一页给出的续页标记");
        }
        fields.refuse();
        int size = Math.clamp(limit, 1, MOST);
        List<StationList.Line> found = list.page(district.district(), text, unevaluated, after, size + 1);
        List<StationList.Line> page = found.subList(0, Math.min(size, found.size()));
        return new StationPage(page, found.size() > size ? page.getLast().code() : null);
    }
}
