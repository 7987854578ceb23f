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
    private final EntityManager database;

    Board(EntityManager database) {
        this.database = database;
    }

    @Transactional
    List<BoardEntryEntity> of(String district) {
        return database.createQuery(
                        "from BoardEntryEntity where district = :district order by station, evaluation",
                        BoardEntryEntity.class)
                .setParameter("district", district)
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
