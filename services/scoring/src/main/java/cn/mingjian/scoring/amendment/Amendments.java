package cn.mingjian.scoring.amendment;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The store of corrections. */
@ApplicationScoped
class Amendments implements PanacheRepository<AmendmentEntity> {

    /** In the order in which they were made. */
    List<AmendmentEntity> of(String evaluation) {
        return list("evaluation = ?1 order by id", evaluation);
    }
}
