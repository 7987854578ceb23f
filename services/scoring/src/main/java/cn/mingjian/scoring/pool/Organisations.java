package cn.mingjian.scoring.pool;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The store of organisations. */
@ApplicationScoped
class Organisations implements PanacheRepositoryBase<OrganisationEntity, OrganisationEntity.Key> {

    List<OrganisationEntity> of(String district) {
        return list("key.district = ?1 order by key.organisation", district);
    }

    /** Which of their names mean the same. */
    OrganisationNames names(String district) {
        return new OrganisationNames(
                of(district).stream().map(OrganisationEntity::toOrganisation).toList());
    }
}
