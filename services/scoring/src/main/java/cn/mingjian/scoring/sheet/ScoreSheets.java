package cn.mingjian.scoring.sheet;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The store of sheets. An evaluator's current sheet is the one with the highest version. */
@ApplicationScoped
class ScoreSheets implements PanacheRepository<ScoreSheetEntity> {

    private static final String CURRENT = """
            select s from ScoreSheetEntity s left join fetch s.scores
             where s.evaluation = :evaluation
               and s.version = (select max(l.version) from ScoreSheetEntity l
                                 where l.evaluation = s.evaluation and l.evaluator = s.evaluator)
            """;

    Optional<ScoreSheetEntity> current(String evaluation, String evaluator) {
        return getEntityManager()
                .createQuery(CURRENT + " and s.evaluator = :evaluator", ScoreSheetEntity.class)
                .setParameter("evaluation", evaluation)
                .setParameter("evaluator", evaluator)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Every evaluator's current sheet with its scores, in one query. */
    List<ScoreSheetEntity> current(String evaluation) {
        return getEntityManager()
                .createQuery(CURRENT + " order by s.id", ScoreSheetEntity.class)
                .setParameter("evaluation", evaluation)
                .getResultList();
    }

    /** Every version of these evaluators' sheets with its scores, in one query. */
    List<ScoreSheetEntity> versions(String evaluation, List<String> evaluators) {
        return getEntityManager()
                .createQuery(
                        "select s from ScoreSheetEntity s left join fetch s.scores"
                                + " where s.evaluation = :evaluation and s.evaluator in :evaluators",
                        ScoreSheetEntity.class)
                .setParameter("evaluation", evaluation)
                .setParameter("evaluators", evaluators)
                .getResultList();
    }
}
