package cn.mingjian.indicator.record;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.store.Database;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service records of a station, each in its highest version. */
@ApplicationScoped
class RecordHeads {
    private static final String PAGE = """
            select record, version, type, occurred_on, status, submitted_day, area, community, attendance
              from record_head where station = ? and record > ? order by record limit ?
            """;
    private static final String FIRST_MOMENT = "T00:00:00+08:00";

    private final Database database;

    RecordHeads(Database database) {
        this.database = database;
    }

    /**
     * A record as it was delivered, as far as it counts.
     *
     * @param submittedAt the first moment of the day in Asia/Shanghai: only the day is kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String id,
            int version,
            String station,
            String type,
            String occurredOn,
            String status,
            String submittedAt,
            @Nullable String area,
            @Nullable String community,
            @Nullable Long attendance) {}

    /** Records after the id, in the order of ids. */
    @Transactional
    List<Head> page(Place station, String after, int most) {
        try (var connection = database.connection();
                var select = connection.prepareStatement(PAGE)) {
            select.setString(1, station.path());
            select.setString(2, after);
            select.setInt(3, most);
            try (var rows = select.executeQuery()) {
                var heads = new ArrayList<Head>();
                while (rows.next()) {
                    heads.add(new Head(
                            rows.getString("record"),
                            rows.getInt("version"),
                            station.station(),
                            rows.getString("type"),
                            rows.getObject("occurred_on", LocalDate.class).toString(),
                            rows.getString("status"),
                            rows.getObject("submitted_day", LocalDate.class) + FIRST_MOMENT,
                            unlessEmpty(rows.getString("area")),
                            unlessEmpty(rows.getString("community")),
                            rows.getLong("attendance") == 0 ? null : rows.getLong("attendance")));
                }
                return heads;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("records of " + station + " not read", failure);
        }
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
