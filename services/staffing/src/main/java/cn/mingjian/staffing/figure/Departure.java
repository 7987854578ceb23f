package cn.mingjian.staffing.figure;

/** Why somebody left. */
public enum Departure {
    /** Stayed with the former operator when the station changed hands: no turnover of this operator. */
    HANDOVER,
    MOVED_WITHIN_SECTOR,
    LEFT_SECTOR,
    DISMISSED,
    RETIRED
}
