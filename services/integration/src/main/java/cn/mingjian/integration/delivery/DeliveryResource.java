package cn.mingjian.integration.delivery;

import cn.mingjian.integration.delivery.Deliveries.BadLine;
import cn.mingjian.integration.station.Stations;
import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.http.LongPoll;
import cn.mingjian.platform.http.PreferWait;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the municipal platform delivers records of one station, and reads what became of them. */
@Path("/v1/districts/{district}/stations/{station}/deliveries/{key}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("platform")
@RunOnVirtualThread
class DeliveryResource {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int MOST_LINES_A_PAGE = 500;

    private final Stations stations;
    private final Deliveries deliveries;
    private final DeliveryService service;
    private final Caller caller;
    private final LongPoll poll;

    DeliveryResource(Stations stations, Deliveries deliveries, DeliveryService service, Caller caller, LongPoll poll) {
        this.stations = stations;
        this.deliveries = deliveries;
        this.service = service;
        this.caller = caller;
        this.poll = poll;
    }

    /** What has become of a delivery so far. */
    enum State {
        RECEIVED,
        COUNTED
    }

    /** A receipt as sent; {@code counted} is null until every record has had its effect. */
    record ReceiptView(
            String key, String digest, long lines, long quarantined, State state, Receipt.@Nullable Counted counted) {
        static ReceiptView of(Receipt receipt) {
            return new ReceiptView(
                    receipt.key(),
                    receipt.digest(),
                    receipt.lines(),
                    receipt.quarantined(),
                    receipt.counted().isPresent() ? State.COUNTED : State.RECEIVED,
                    receipt.counted().orElse(null));
        }
    }

    /** A page of the lines in quarantine. */
    record QuarantineView(List<BadLine> lines) {}

    /** Takes a delivery, one JSON record a line; the same key with the same content is answered with its receipt. */
    @PUT
    @Consumes("application/x-ndjson")
    @Operation(summary = "推送一批服务记录，每行一条")
    public RestResponse<ReceiptView> deliver(
            @PathParam("district") String district,
            @PathParam("station") String station,
            @PathParam("key") String key,
            InputStream body) {
        var place = permitted(district, station);
        stations.requireKnown(place);
        if (!KEY.matcher(key).matches()) {
            throw DeliveryProblem.DELIVERY_KEY_INVALID.because("推送编号为 1 至 100 个字母、数字、点、下划线或连字符");
        }
        var received = service.receive(place, key, body);
        return RestResponse.status(
                received.isNew() ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK,
                ReceiptView.of(received.receipt()));
    }

    /** The receipt, waiting for COUNTED as long as the caller prefers. */
    @GET
    @Operation(summary = "推送的回执；可等待计入完毕（Prefer: wait）")
    public ReceiptView receipt(
            @PathParam("district") String district,
            @PathParam("station") String station,
            @PathParam("key") String key,
            @HeaderParam("Prefer") @Nullable String prefer) {
        var place = permitted(district, station);
        return poll.until(
                        PreferWait.of(prefer), () -> deliveries.find(place, key).filter(found -> found.counted()
                                .isPresent()))
                .or(() -> poll.until(PreferWait.NONE, () -> deliveries.find(place, key)))
                .map(ReceiptView::of)
                .orElseThrow(() -> unknown(key));
    }

    /** The lines that could not be taken, in their order; the next page is the one after the last line of this. */
    @GET
    @Path("/quarantine")
    @Operation(summary = "未能识别而被隔离的行")
    public QuarantineView quarantine(
            @PathParam("district") String district,
            @PathParam("station") String station,
            @PathParam("key") String key,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var place = permitted(district, station);
        if (deliveries.find(place, key).isEmpty()) {
            throw unknown(key);
        }
        return new QuarantineView(deliveries.quarantined(place, key, after, Math.clamp(limit, 1, MOST_LINES_A_PAGE)));
    }

    private Place permitted(String district, String station) {
        var place = Stations.parse(district, station);
        caller.require("platform", place);
        return place;
    }

    private static RuntimeException unknown(String key) {
        return DeliveryProblem.DELIVERY_UNKNOWN.because("没有编号为 %s 的推送", key);
    }
}
