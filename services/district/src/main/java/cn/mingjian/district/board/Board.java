package cn.mingjian.district.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The entries of all boards. */
@ApplicationScoped
class Board {

    private static final String PAGE = """
            from BoardEntryEntity
            where district = :district
              and (:phase is null or phase = :phase)
              and (:stage is null or stage = :stage)
              and (:town is null or town = :town)
              and (:text is null or locate(:text, title) > 0 or locate(:text, stationName) > 0 or station = :text)
              and (station > :station or station = :station and evaluation > :evaluation)
            order by station, evaluation
            """;

    private final EntityManager database;

    Board(EntityManager database) {
        this.database = database;
    }

    /** A page of a district's board and one entry more, when there is one: the next page's first. */
    @Transactional
    List<BoardEntryEntity> page(String district, BoardQuery query) {
        return database.createQuery(PAGE, BoardEntryEntity.class)
                .setParameter("district", district)
                .setParameter("phase", query.phase())
                .setParameter("stage", query.stage())
                .setParameter("town", query.town())
                .setParameter("text", query.text())
                .setParameter("station", query.after().station())
                .setParameter("evaluation", query.after().evaluation())
                .setMaxResults(query.limit() + 1)
                .getResultList();
    }

    void open(String evaluation, Consumer<BoardEntryEntity> fill) {
        BoardEntryEntity entry = Optional.ofNullable(database.find(BoardEntryEntity.class, evaluation))
                .orElseGet(() -> {
                    BoardEntryEntity made = new BoardEntryEntity();
                    made.evaluation = evaluation;
                    return made;
                });
        fill.accept(entry);
        database.persist(entry);
    }

    /** Whether there was an entry to change. */
    boolean change(String evaluation, Consumer<BoardEntryEntity> change) {
        Optional<BoardEntryEntity> entry = Optional.ofNullable(database.find(BoardEntryEntity.class, evaluation));
        entry.ifPresent(change);
        return entry.isPresent();
    }
}
