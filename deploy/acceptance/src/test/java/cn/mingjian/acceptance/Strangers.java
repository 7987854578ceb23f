package cn.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** People with the walked round's roles and without a part in it, each by role. */
final class Strangers {
    private static final List<String> STATION_ROLES =
            List.of("operator", "third-party", "supervisory-center", "purchaser", "supervisor");

    private final Map<String, Doors.Caller> neighbours = new LinkedHashMap<>();
    private final Map<String, Doors.Caller> faraway = new LinkedHashMap<>();
    private final Map<String, Doors.Caller> offPanel = new LinkedHashMap<>();

    Strangers(Doors doors, WalkedRound round) {
        Doors.Caller bureau = round.as("bureau");
        JsonNode station = bureau.ask(Request.get("district", "/v1/districts/nansha/stations/dagang"));
        ObjectNode other = ((ObjectNode) station.deepCopy()).put("name", "邻站").put("town", "邻镇");
        bureau.ask(Request.put("district", "/v1/districts/nansha/stations/huangge", other));
        round.as("installer")
                .ask(Request.put(
                        "district",
                        "/v1/districts/zengcheng",
                        Doors.json("{\"name\":\"增城区\",\"bureauAccount\":\"bureau@zengcheng\"}")));
        faraway.put("bureau", doors.person("bureau", "bureau@zengcheng"));
        faraway.get("bureau").ask(Request.put("district", "/v1/districts/zengcheng/stations/dagang", other));
        for (String role : STATION_ROLES) {
            neighbours.put(role, doors.newcomer(role, "walk.near-" + role, bureau, "nansha", "huangge"));
            faraway.put(role, doors.newcomer(role, "walk.far-" + role, faraway.get("bureau"), "zengcheng", "dagang"));
            if (!role.equals("operator")) {
                offPanel.put(role, doors.newcomer(role, "walk.off-" + role, bureau, "nansha", "dagang"));
            }
        }
    }

    /** Of another station in the same district. */
    Map<String, Doors.Caller> neighbours() {
        return neighbours;
    }

    /** Of a station with the same code in another district, and that district's bureau. */
    Map<String, Doors.Caller> faraway() {
        return faraway;
    }

    /** Of a party at the station, but not on the panel. */
    Map<String, Doors.Caller> offPanel() {
        return offPanel;
    }
}
