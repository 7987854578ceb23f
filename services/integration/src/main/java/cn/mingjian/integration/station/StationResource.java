package cn.mingjian.integration.station;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.http.LongPoll;
import cn.mingjian.platform.http.PreferWait;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Tells the municipal platform whether a station may be delivered for, so that it can wait for it. */
@Path("/v1/districts/{district}/stations/{station}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StationResource {
    private final Stations stations;
    private final Caller caller;
    private final LongPoll poll;

    StationResource(Stations stations, Caller caller, LongPoll poll) {
        this.stations = stations;
        this.caller = caller;
        this.poll = poll;
    }

    /** A station as this service knows it. */
    record StationView(String district, String station, int version, String name) {}

    /** The station, waiting for it as long as the caller prefers. */
    @GET
    @RolesAllowed("platform")
    @Operation(summary = "社工站是否已到达对接服务（Prefer: wait）")
    public StationView get(
            @PathParam("district") String district,
            @PathParam("station") String station,
            @HeaderParam("Prefer") @Nullable String prefer) {
        var place = Stations.parse(district, station);
        caller.require("platform", place);
        return poll.until(PreferWait.of(prefer), () -> stations.find(place))
                .map(found -> new StationView(district, station, found.version(), found.name()))
                .orElseThrow(() -> Stations.unknown(place.path()));
    }
}
