package cn.mingjian.district.board;

import cn.mingjian.district.board.BoardListeners.AchievementComputed;
import cn.mingjian.district.board.BoardListeners.EvaluationOpened;
import cn.mingjian.district.board.BoardListeners.EvidenceFrozen;
import cn.mingjian.district.board.BoardListeners.PhaseChanged;
import cn.mingjian.district.board.BoardListeners.ReportIssued;
import cn.mingjian.district.board.BoardListeners.ResultFinalised;
import cn.mingjian.district.board.BoardListeners.StaffingComputed;
import cn.mingjian.district.station.StationChanged;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/**
 * The entries of all boards, as events write them. To write the same again changes nothing; everything but an opening answers
 * whether there is an entry to change.
 */
@ApplicationScoped
class Board {

    private static final String SHOW_ACHIEVEMENT = """
            update board_entry e
               set indicators = f.indicators, indicators_met = f.indicators_met, indicators_exceeded = f.indicators_exceeded
              from board_achievement f
             where e.evaluation = :evaluation and f.evaluation = e.evaluation
               and f.version = coalesce(e.achievement_version,
                     (select max(version) from board_achievement where evaluation = :evaluation))
            """;
    private static final String SHOW_STAFFING = """
            update board_entry e set headcount = f.headcount, certified_rate = f.certified_rate, retention = f.retention
              from board_staffing f
             where e.evaluation = :evaluation and f.evaluation = e.evaluation
               and f.version = coalesce(e.staffing_version,
                     (select max(version) from board_staffing where evaluation = :evaluation))
            """;

    private final EntityManager database;
    private final ObjectMapper json;

    Board(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void open(EvaluationOpened opened) {
        sql("""
                insert into board_entry (evaluation, district, station, station_name, town, title, stage, phase, report_date)
                select :evaluation, :district, :station, s.content ->> 'name', s.content ->> 'town', :title, :stage,
                       'PREPARING', :reportDate
                  from (values (true)) one
                  left join lateral (select content from document where owner = :place and kind = 'station'
                                      order by version desc limit 1) s on true
                on conflict (evaluation) do update set district = excluded.district, station = excluded.station,
                  station_name = excluded.station_name, town = excluded.town,
                  title = excluded.title, stage = excluded.stage, report_date = excluded.report_date""", opened.code())
                .setParameter("district", opened.district())
                .setParameter("station", opened.station())
                .setParameter("place", opened.district() + "/" + opened.station())
                .setParameter("title", opened.title())
                .setParameter("stage", opened.stage())
                .setParameter(
                        "reportDate", new TypedParameterValue<>(StandardBasicTypes.LOCAL_DATE, opened.reportDate()))
                .executeUpdate();
    }

    void onStationChanged(@Observes StationChanged changed) {
        database.createNativeQuery("""
                        update board_entry set station_name = :name, town = :town
                         where district = :district and station = :station""")
                .setParameter("name", changed.name())
                .setParameter("town", text(changed.town()))
                .setParameter("district", changed.station().district())
                .setParameter("station", changed.station().station())
                .executeUpdate();
    }

    boolean move(PhaseChanged moved) {
        return sql("update board_entry set phase = :phase where evaluation = :evaluation", moved.evaluation())
                        .setParameter("phase", moved.phase())
                        .executeUpdate()
                == 1;
    }

    boolean freeze(EvidenceFrozen frozen) {
        int known = sql("""
                update board_entry set achievement_version = :achievement, staffing_version = :staffing
                 where evaluation = :evaluation""", frozen.evaluation())
                .setParameter("achievement", frozen.achievementVersion())
                .setParameter("staffing", frozen.staffingVersion())
                .executeUpdate();
        sql(SHOW_ACHIEVEMENT, frozen.evaluation()).executeUpdate();
        sql(SHOW_STAFFING, frozen.evaluation()).executeUpdate();
        return known == 1;
    }

    boolean finalise(ResultFinalised result) {
        return sql(
                                "update board_entry set total = :total, grade = :grade, parties = cast(:parties as jsonb)"
                                        + " where evaluation = :evaluation",
                                result.evaluation())
                        .setParameter("total", text(result.total()))
                        .setParameter("grade", result.grade())
                        .setParameter("parties", text(written(result.parties())))
                        .executeUpdate()
                == 1;
    }

    boolean issue(ReportIssued issued, Instant at) {
        return sql("update board_entry set issued_at = :at where evaluation = :evaluation", issued.evaluation())
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    boolean achieve(AchievementComputed computed) {
        sql("""
                insert into board_achievement (evaluation, version, indicators, indicators_met, indicators_exceeded)
                select :evaluation, :version, :indicators, :met, :exceeded
                 where exists (select from board_entry where evaluation = :evaluation)
                on conflict do nothing""", computed.evaluation())
                .setParameter("version", computed.version())
                .setParameter("indicators", number(computed.indicators()))
                .setParameter("met", number(computed.indicatorsMet()))
                .setParameter("exceeded", number(computed.indicatorsExceeded()))
                .executeUpdate();
        return sql(SHOW_ACHIEVEMENT, computed.evaluation()).executeUpdate() == 1 || knows(computed.evaluation());
    }

    boolean staff(StaffingComputed computed) {
        sql("""
                insert into board_staffing (evaluation, version, headcount, certified_rate, retention)
                select :evaluation, :version, :headcount, cast(:certified as numeric), cast(:retention as numeric)
                 where exists (select from board_entry where evaluation = :evaluation)
                on conflict do nothing""", computed.evaluation())
                .setParameter("version", computed.version())
                .setParameter("headcount", number(computed.headcount()))
                .setParameter("certified", text(computed.certifiedRate()))
                .setParameter("retention", text(computed.retention()))
                .executeUpdate();
        return sql(SHOW_STAFFING, computed.evaluation()).executeUpdate() == 1 || knows(computed.evaluation());
    }

    /** Forgets a district's entries; until the transaction ends nobody else changes any. */
    void clear(String district) {
        database.createNativeQuery("lock table board_entry in share row exclusive mode")
                .executeUpdate();
        database.createNativeQuery("delete from board_entry where district = :district")
                .setParameter("district", district)
                .executeUpdate();
    }

    private boolean knows(String evaluation) {
        return !sql("select evaluation from board_entry where evaluation = :evaluation", evaluation)
                .getResultList()
                .isEmpty();
    }

    private Query sql(String statement, String evaluation) {
        return database.createNativeQuery(statement).setParameter("evaluation", evaluation);
    }

    private @Nullable String written(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read as JSON can be written", impossible);
        }
    }

    private static TypedParameterValue<String> text(@Nullable String value) {
        return new TypedParameterValue<>(StandardBasicTypes.STRING, value);
    }

    private static TypedParameterValue<Integer> number(@Nullable Integer value) {
        return new TypedParameterValue<>(StandardBasicTypes.INTEGER, value);
    }
}
