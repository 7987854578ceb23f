package cn.mingjian.indicator.record;

import cn.mingjian.indicator.completion.EvidenceWindow;
import cn.mingjian.indicator.completion.RecordedTotals;
import cn.mingjian.indicator.completion.ReviewBacklog;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;

/** What a station's records add up to. */
@ApplicationScoped
public class RecordTotals {
    private static final String IN_WINDOW = """
            select type, area, date_trunc('month', day)::date as month, sum(records) as records, sum(attendance) as attendance
              from record_total where station = ? and day between ? and ?
             group by type, area, month
            """;
    private static final String UNREVIEWED =
            "select count(*) from record_head where station = ? and status = 'SUBMITTED' and submitted_day < ?";

    private final Database database;

    RecordTotals(Database database) {
        this.database = database;
    }

    /** Approved records inside the window, both days included. */
    public RecordedTotals in(Place station, EvidenceWindow window) {
        try (var connection = database.connection();
                var select = connection.prepareStatement(IN_WINDOW)) {
            select.setString(1, station.path());
            select.setObject(2, window.from());
            select.setObject(3, window.to());
            try (var rows = select.executeQuery()) {
                var totals = new ArrayList<RecordedTotals.Total>();
                while (rows.next()) {
                    totals.add(new RecordedTotals.Total(
                            rows.getString("type"),
                            rows.getString("area"),
                            YearMonth.from(rows.getObject("month", LocalDate.class)),
                            rows.getLong("records"),
                            rows.getLong("attendance")));
                }
                return new RecordedTotals(totals);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("totals of " + station + " not read", failure);
        }
    }

    /** How many records of the station wait for their review too long, whatever day their service took place. */
    public long unreviewed(Place station, ReviewBacklog backlog) {
        try (var connection = database.connection();
                var select = connection.prepareStatement(UNREVIEWED)) {
            select.setString(1, station.path());
            select.setObject(2, backlog.overdueBefore());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("review backlog of " + station + " not read", failure);
        }
    }
}
