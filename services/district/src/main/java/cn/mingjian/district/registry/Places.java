package cn.mingjian.district.registry;

import cn.mingjian.platform.caller.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Districts and stations that are registered. */
@ApplicationScoped
public class Places {
    private final EntityManager database;

    Places(EntityManager database) {
        this.database = database;
    }

    /** Holds others off until the transaction ends, so that versions follow one another; registers a place that is new. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Place place) {
        database.createNativeQuery("insert into place (path) values (:path) on conflict do nothing")
                .setParameter("path", place.path())
                .executeUpdate();
        database.createNativeQuery("select path from place where path = :path for update")
                .setParameter("path", place.path())
                .getSingleResult();
    }

    public boolean knows(Place place) {
        return !database.createNativeQuery("select path from place where path = :path")
                .setParameter("path", place.path())
                .getResultList()
                .isEmpty();
    }
}
