package cn.mingjian.indicator.evaluation;

import java.util.List;

/** scoring's event: who is on an evaluation's panel now, whole. */
record PanelChanged(String evaluation, List<Seat> seats) {

    /** An account's seat; the party is THIRD_PARTY, SUPERVISORY_CENTER, PURCHASER or SUPERVISOR. */
    record Seat(String account, String party) {}
}
