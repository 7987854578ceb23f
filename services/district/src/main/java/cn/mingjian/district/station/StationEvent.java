package cn.mingjian.district.station;

/** What this feature tells others. */
sealed interface StationEvent {

    String TOPIC = "district.station";

    /** A version of a station's profile was registered. */
    record StationRegistered(String district, String station, int version, String name) implements StationEvent {}

    default String type() {
        return "cn.mingjian.district." + getClass().getSimpleName() + ".v1";
    }
}
