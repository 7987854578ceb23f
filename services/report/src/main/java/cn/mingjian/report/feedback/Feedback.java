package cn.mingjian.report.feedback;

import cn.mingjian.report.source.FeedbackEntry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The store of feedback. */
@ApplicationScoped
public class Feedback {

    private final Rows rows;

    Feedback(Rows rows) {
        this.rows = rows;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<FeedbackEntity, FeedbackEntity.Key> {}

    /** All of an evaluation: on site first, then in the order of the days. */
    public List<FeedbackEntry> of(String evaluation) {
        return rows
                .list(
                        "evaluation = ?1 order by (case when source = 'ON_SITE' then 0 else 1 end), givenOn, source, number",
                        evaluation)
                .stream()
                .map(FeedbackEntity::toEntry)
                .toList();
    }

    Optional<FeedbackEntity> find(String evaluation, Voice voice, int number) {
        return rows.findByIdOptional(new FeedbackEntity.Key(evaluation, voice, number));
    }

    void add(FeedbackEntity entity) {
        rows.persistAndFlush(entity);
    }
}
