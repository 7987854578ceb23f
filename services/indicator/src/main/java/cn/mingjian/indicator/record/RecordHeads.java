package cn.mingjian.indicator.record;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.store.Database;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service records of a station, each in the version that counts. */
@ApplicationScoped
class RecordHeads {
    private static final String PAGE = """
            select h.record, h.version, h.type, h.occurred_on, h.status, h.submitted_day, h.area, h.community, h.attendance
              from record_head h where h.station = ? and h.record > ? order by h.record limit ?
            """;
    // The head where it counted by then; else the highest of the versions that had been head before it, if there is
    // one.
    private static final String PAGE_AT = """
            select h.record, v.version, v.type, v.occurred_on, v.status, v.submitted_day, v.area, v.community, v.attendance
              from record_head h
              cross join lateral (
                select h.version, h.type, h.occurred_on, h.status, h.submitted_day, h.area, h.community, h.attendance
                 where h.counted_at <= ?
                union all
                (select s.version, s.type, s.occurred_on, s.status, s.submitted_day, s.area, s.community, s.attendance
                   from record_superseded s
                  where (s.station, s.record) = (h.station, h.record) and s.counted_at <= ?
                  order by s.version desc limit 1)
                order by version desc limit 1) v
             where h.station = ? and h.record > ? order by h.record limit ?
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

    /**
     * Records after the id, in the order of ids.
     *
     * @param until when what counted is asked for; null for what counts now
     */
    @Transactional
    List<Head> page(Place station, String after, int most, @Nullable Instant until) {
        try (var connection = database.connection();
                var select = connection.prepareStatement(until == null ? PAGE : PAGE_AT)) {
            int place = 0;
            if (until != null) {
                select.setObject(++place, until.atOffset(ZoneOffset.UTC));
                select.setObject(++place, until.atOffset(ZoneOffset.UTC));
            }
            select.setString(++place, station.path());
            select.setString(++place, after);
            select.setInt(++place, most);
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
