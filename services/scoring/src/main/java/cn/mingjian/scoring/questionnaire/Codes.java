package cn.mingjian.scoring.questionnaire;

import cn.mingjian.platform.code.SecretCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The store of codes. Respondents have no account: what is theirs goes through functions that take nothing but the code. */
@ApplicationScoped
class Codes implements PanacheRepositoryBase<CodeEntity, CodeEntity.Key> {

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
        return list("key.evaluation = ?1 order by key.respondents, key.number", evaluation);
    }

    Optional<RespondentView> opened(SecretCode code) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery("select * from questionnaire_of(:code)", Tuple.class)
                .setParameter("code", code.hash())
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

    Outcome answer(SecretCode code, int score) {
        return Outcome.valueOf(entities.unwrap(Session.class)
                .createNativeQuery("select answer_questionnaire(:code, :score)", String.class)
                .setParameter("code", code.hash())
                .setParameter("score", score)
                .getSingleResult());
    }
}
