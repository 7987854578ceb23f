package cn.mingjian.district.station;

import cn.mingjian.platform.caller.Place;
import org.jspecify.annotations.Nullable;

/** A station is called otherwise or lies elsewhere from now on; told within the service, in the transaction of the change. */
public record StationChanged(
        Place station, String name, @Nullable String town) {}
