package cn.mingjian.indicator.catalogue;

/** Where an indicator is shown: at the station only, or also for each of its areas. */
public enum Scope {
    AREA,
    STATION
}
