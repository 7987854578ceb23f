package cn.mingjian.scoring.questionnaire;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The store of codes. Respondents have no account: what is theirs goes through functions that take nothing but the code. */
@ApplicationScoped
class Codes implements PanacheRepositoryBase<CodeEntity, String> {

    private final EntityManager entities;

    Codes(EntityManager entities) {
        this.entities = entities;
    }

    /** What came of an answer. */
    enum Outcome {
        KEPT,
        SAME,
        OTHER,
        CLOSED,
        UNKNOWN
    }

    List<CodeEntity> of(String evaluation) {
        return list("evaluation = ?1 order by respondents, number", evaluation);
    }

    Optional<RespondentView> opened(String code) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery("select * from questionnaire_of(:code)", Tuple.class)
                .setParameter("code", code)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new RespondentView(
                        row.get("title", String.class),
                        row.get("introduction", String.class),
                        row.get("respondents", String.class),
                        row.get("answered", Boolean.class),
                        row.get("open", Boolean.class)));
    }

    Outcome answer(String code, int score) {
        return Outcome.valueOf(entities.unwrap(Session.class)
                .createNativeQuery("select answer_questionnaire(:code, :score)", String.class)
                .setParameter("code", code)
                .setParameter("score", score)
                .getSingleResult());
    }
}
