package cn.mingjian.district.board;

import cn.mingjian.district.board.BoardListeners.PartyScore;
import cn.mingjian.platform.store.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads boards as their caller may see them. */
@ApplicationScoped
class BoardReading {

    private static final int FETCH = 200;
    private static final TypeReference<List<PartyScore>> PARTIES = new TypeReference<>() {};
    private static final String COUNTS = """
            select phase, grade, town, count(*) as rounds, count(*) filter (where phase = 'CLOSED') as closed,
                   round(avg(total), 2) as mean,
                   grouping(phase) as no_phase, grouping(grade) as no_grade, grouping(town) as no_town
              from board_row where %s
             group by grouping sets ((phase), (grade), (town)) order by rounds desc, phase, grade, town
            """;
    private static final String ALERTS = """
            select alert, count(*) as rounds from board_row, unnest(alerts) as alert where %s
             group by alert order by rounds desc, alert
            """;
    private static final String UNEVALUATED =
            "select count(*) from unevaluated_station where starts_with(path, ? || '/')";

    private final Database database;
    private final ObjectMapper json;

    BoardReading(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A page of a board.
     *
     * @param next what {@code after} has to say for the next page; null on the last one
     */
    record BoardView(List<BoardEntry> evaluations, @Nullable String next) {}

    /** How many rounds have a value. */
    record RoundCount(String value, long rounds) {}

    /**
     * A town's rounds.
     *
     * @param mean of the totals of those that are closed and whose total is published, with two decimals, half up
     */
    record TownCount(
            String town, long rounds, long closed, @Nullable String mean) {}

    /**
     * A board in numbers. Rounds whose station has no town are in none of the towns.
     *
     * @param unevaluated how many of the district's stations have no round, whatever was asked for
     */
    record BoardSummary(
            List<RoundCount> phases,
            List<RoundCount> grades,
            List<TownCount> towns,
            List<RoundCount> alerts,
            long unevaluated) {}

    /** What is asked with which values. */
    private record Condition(String text, List<Object> values) {
        static Condition of(String district, BoardQuery query) {
            List<String> parts = new ArrayList<>(List.of("district = ?"));
            List<Object> values = new ArrayList<>(List.of(district));
            add(parts, values, "phase = ?", query.phase());
            add(parts, values, "stage = ?", query.stage());
            add(parts, values, "town = ?", query.town());
            add(parts, values, "station = ?", query.station());
            add(parts, values, "grade = ?", query.grade());
            add(parts, values, "? = any (alerts)", query.alert());
            add(parts, values, "to_char(report_date, 'YYYY') = ?", query.year());
            String text = query.text();
            if (text != null) {
                parts.add("(position(? in title) > 0 or position(? in station_name) > 0 or station = ?)");
                values.addAll(List.of(text, text, text));
            }
            return new Condition(String.join(" and ", parts), values);
        }

        private static void add(List<String> parts, List<Object> values, String part, @Nullable Object value) {
            if (value != null) {
                parts.add(part);
                values.add(value);
            }
        }
    }

    /** A page in an order. */
    @Transactional
    BoardView page(String district, BoardQuery query, BoardOrder order, int limit) {
        List<BoardEntry> page = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        each(district, query, order, limit + 1, (entry, value) -> {
            page.add(entry);
            behind.add(order.next(value, entry.evaluation()));
        });
        return page.size() > limit
                ? new BoardView(page.subList(0, limit), behind.get(limit - 1))
                : new BoardView(page, null);
    }

    /** Visits all in an order; what is held of them at once is bounded. */
    @Transactional
    void all(String district, BoardQuery query, BoardOrder order, Consumer<BoardEntry> visit) {
        each(district, query, order, Integer.MAX_VALUE, (entry, value) -> visit.accept(entry));
    }

    /** Those of these evaluations that the district has, in the order in which they are named. */
    @Transactional
    List<BoardEntry> named(String district, List<String> evaluations) {
        List<BoardEntry> found = new ArrayList<>();
        rows(
                "select b.* from string_to_table(?, ',') with ordinality as named (evaluation, place)"
                        + " join board_row b using (evaluation) where b.district = ? order by named.place",
                List.of(String.join(",", evaluations), district),
                row -> found.add(entry(row)));
        return found;
    }

    @Transactional
    BoardSummary summary(String district, BoardQuery query) {
        Condition condition = Condition.of(district, query);
        List<Long> unevaluated = new ArrayList<>();
        rows(UNEVALUATED, List.of(district), row -> unevaluated.add(row.getLong(1)));
        BoardSummary summary = new BoardSummary(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), unevaluated.getFirst());
        rows(COUNTS.formatted(condition.text()), condition.values(), row -> {
            long rounds = row.getLong("rounds");
            if (row.getInt("no_phase") == 0) {
                summary.phases().add(new RoundCount(row.getString("phase"), rounds));
            } else if (row.getInt("no_grade") == 0 && row.getString("grade") != null) {
                summary.grades().add(new RoundCount(row.getString("grade"), rounds));
            } else if (row.getInt("no_town") == 0 && row.getString("town") != null) {
                summary.towns()
                        .add(new TownCount(
                                row.getString("town"),
                                rounds,
                                row.getLong("closed"),
                                plain(row.getBigDecimal("mean"))));
            }
        });
        rows(ALERTS.formatted(condition.text()), condition.values(), row -> summary.alerts()
                .add(new RoundCount(row.getString("alert"), row.getLong("rounds"))));
        return summary;
    }

    private interface Visit {
        void accept(BoardEntry entry, String sortedBy);
    }

    private void each(String district, BoardQuery query, BoardOrder order, int most, Visit visit) {
        Condition condition = Condition.of(district, query);
        List<Object> values = new ArrayList<>(condition.values());
        Optional.ofNullable(order.after())
                .ifPresent(after -> values.addAll(List.of(after.value(), after.evaluation())));
        values.add(most);
        String where = Stream.concat(Stream.of(condition.text()), order.condition().stream())
                .collect(Collectors.joining(" and "));
        rows(
                "select *, %s from board_row where %s order by %s limit ?"
                        .formatted(order.valueColumn(), where, order.orderBy()),
                values,
                row -> visit.accept(entry(row), row.getString("sorted_by")));
    }

    private interface Row {
        void accept(ResultSet row) throws SQLException;
    }

    private void rows(String sql, List<Object> values, Row visit) {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(FETCH);
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    visit.accept(row);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("board not read", failure);
        }
    }

    private BoardEntry entry(ResultSet row) throws SQLException {
        OffsetDateTime issued = row.getObject("issued_at", OffsetDateTime.class);
        return new BoardEntry(
                row.getString("evaluation"),
                row.getString("station"),
                row.getString("station_name"),
                row.getString("town"),
                row.getString("title"),
                row.getString("stage"),
                row.getString("phase"),
                row.getObject("report_date", LocalDate.class),
                plain(row.getBigDecimal("total")),
                row.getString("grade"),
                issued == null ? null : issued.toInstant(),
                row.getObject("indicators", Integer.class),
                row.getObject("indicators_met", Integer.class),
                row.getObject("indicators_exceeded", Integer.class),
                row.getObject("headcount", Integer.class),
                plain(row.getBigDecimal("certified_rate")),
                plain(row.getBigDecimal("retention")),
                plain(row.getBigDecimal("previous_total")),
                row.getString("previous_grade"),
                Stream.of((String[]) row.getArray("alerts").getArray())
                        .map(BoardQuery.Alert::valueOf)
                        .toList(),
                List.of((String[]) row.getArray("late").getArray()),
                parties(row.getString("parties")));
    }

    private @Nullable List<PartyScore> parties(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, PARTIES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
