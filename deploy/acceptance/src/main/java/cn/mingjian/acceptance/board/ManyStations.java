package cn.mingjian.acceptance.board;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A district filled up with stations and two rounds of each, written past the services: made-up figures, real tables. */
public final class ManyStations implements AutoCloseable {

    private static final List<String> FILL = List.of(
            "insert into place (path) select '%1$s/bench-' || n from generate_series(1, ?) n on conflict do nothing",
            """
            insert into document (owner, kind, version, content, recorded_by)
            select '%1$s/bench-' || n, 'station', 1,
                   jsonb_build_object('name', '示例站' || n, 'town', '示例镇' || n %% 40), 'bench'
              from generate_series(1, ?) n on conflict do nothing\
            """, """
            insert into board_entry (evaluation, district, station, station_name, town, title, stage, phase, report_date,
                                     total, grade, indicators, indicators_met, indicators_exceeded, headcount,
                                     certified_rate, retention, issued_at)
            select '%1$s-bench-' || n || '-' || y, '%1$s', 'bench-' || n, '示例站' || n, '示例镇' || n %% 40,
                   '示例站' || n || y || '年度末期评估', 'FINAL', 'CLOSED',
                   make_date(y, 7, 10), (60 + (n * 7 + y) %% 4000 / 100.0)::numeric(5, 2)::text,
                   case when (n + y) %% 3 = 0 then '优秀' else '良好' end,
                   25, n %% 26, n %% 10, n %% 60, round((n %% 10000) / 100.0, 2), round((n * 3 %% 10000) / 100.0, 2), now()
              from generate_series(1, ?) n, generate_series(2024, 2025) y on conflict do nothing\
            """);

    private final String district;
    private final Connection database;

    /**
     * @param address the JDBC address of the district service's database
     * @param password of the database's superuser
     * @param district a registered one
     */
    public ManyStations(String address, String password, String district) throws SQLException {
        this.district = district;
        database = DriverManager.getConnection(address, "postgres", password);
    }

    /** Fills the district up to so many stations. */
    public void fill(int stations) throws SQLException {
        try (Statement session = database.createStatement()) {
            // What the superuser itself writes is tampering to whoever verifies the audit.
            session.execute("set session authorization district_worker");
            for (String sql : FILL) {
                try (PreparedStatement fill = database.prepareStatement(sql.formatted(district))) {
                    fill.setInt(1, stations);
                    fill.executeUpdate();
                }
            }
            session.execute("reset session authorization");
            session.execute("analyze");
        }
    }

    /** How the database goes about a page by total, as the superuser sees it: without the conditions of row security. */
    List<String> plan() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement explain = database.createStatement();
                var row = explain.executeQuery(
                        "explain (analyze, costs off) select * from board_row where district = '" + district + "'"
                                + " order by coalesce(total, '-infinity'::numeric) desc, evaluation desc limit 101")) {
            while (row.next()) lines.add(row.getString(1));
        }
        return lines;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
