package cn.mingjian.scoring.appeal;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The store of appeals. */
@ApplicationScoped
class Appeals implements PanacheRepository<AppealEntity> {

    /** By number, from 1 without gaps. */
    List<AppealEntity> of(String evaluation) {
        return list("evaluation = ?1 order by number", evaluation);
    }
}
