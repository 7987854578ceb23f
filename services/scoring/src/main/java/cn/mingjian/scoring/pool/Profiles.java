package cn.mingjian.scoring.pool;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The store of the pool. */
@ApplicationScoped
class Profiles implements PanacheRepositoryBase<ProfileEntity, ProfileEntity.Key> {

    List<ProfileEntity> of(String district) {
        return list("key.district = ?1 order by key.evaluator", district);
    }
}
