package cn.mingjian.scoring.result;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The store of vetoes. */
@ApplicationScoped
class Vetoes implements PanacheRepository<VetoEntity> {

    Optional<VetoEntity> row(String evaluation, int number) {
        return find("evaluation = ?1 and number = ?2", evaluation, number).firstResultOptional();
    }

    List<VetoEntity> rows(String evaluation) {
        return list("evaluation = ?1 order by number", evaluation);
    }

    List<Veto> of(String evaluation) {
        return rows(evaluation).stream().map(VetoEntity::toVeto).toList();
    }
}
