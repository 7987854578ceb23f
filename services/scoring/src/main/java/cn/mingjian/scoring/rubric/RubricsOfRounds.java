package cn.mingjian.scoring.rubric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.hibernate.Session;

/** The store of rounds' rubrics, looked at across the rounds of a district. */
@ApplicationScoped
class RubricsOfRounds {

    private static final String OTHER = """
            select rubric.owner from document rubric
              join evaluation e on e.code = rubric.owner and e.district = :district and e.phase <> 'CANCELLED'
             where rubric.kind = 'rubric'
               and rubric.content ->> 'code' = :code and rubric.content ->> 'version' = :version
               and rubric.content <> cast(:content as jsonb)
               and rubric.version = (select max(l.version) from document l where l.owner = rubric.owner and l.kind = 'rubric')
             order by e.opened_at limit 1
            """;

    private final EntityManager entities;

    RubricsOfRounds(EntityManager entities) {
        this.entities = entities;
    }

    /** Makes whoever gives something the same name wait: of a publication and a round's choice at one moment, the second sees the first. */
    void claim(String district, RubricDocument rubric) {
        entities.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) as claimed")
                .setParameter("name", String.join("/", "rubric", district, rubric.code(), rubric.version()))
                .getSingleResult();
    }

    /**
     * A round of the district that stands on a rubric of this code and version with another content.
     *
     * @param content the rubric's JSON form
     */
    Optional<String> roundOnAnother(String district, RubricDocument rubric, String content) {
        return entities.unwrap(Session.class)
                .createNativeQuery(OTHER, String.class)
                .setParameter("district", district)
                .setParameter("code", rubric.code())
                .setParameter("version", rubric.version())
                .setParameter("content", content)
                .getResultStream()
                .findFirst();
    }
}
