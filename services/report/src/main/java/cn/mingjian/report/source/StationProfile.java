package cn.mingjian.report.source;

import org.jspecify.annotations.Nullable;

/** A station's profile at one version. */
public record StationProfile(
        String code,
        String name,
        @Nullable String town,
        @Nullable String founded,
        @Nullable Integer sites,
        @Nullable Integer population,
        @Nullable Coverage coverage,
        int version) {

    /** Households and persons on file, and residents who were served. */
    public record Coverage(
            @Nullable Integer households,
            @Nullable Integer persons,
            @Nullable Integer residentsServed) {}
}
