package cn.mingjian.platform.store;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.customized.QuarkusConnectionProvider;
import io.quarkus.hibernate.orm.runtime.tenant.TenantConnectionResolver;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.inject.Singleton;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Gives Hibernate the same connections as everybody else; its "tenants" are the two roles. */
@Singleton
@PersistenceUnitExtension
class EntityConnections implements TenantResolver, TenantConnectionResolver {

    private static final String REQUESTS = "requests";

    private final Database database;

    EntityConnections(Database database) {
        this.database = database;
    }

    @Override
    public String getDefaultTenantId() {
        return REQUESTS;
    }

    @Override
    public String resolveTenantId() {
        return Background.entered() ? Background.POOL : REQUESTS;
    }

    // Hibernate keeps what is answered here: one provider a role.
    @Override
    public ConnectionProvider resolve(String role) {
        return new QuarkusConnectionProvider(role.equals(Background.POOL) ? database.worker() : database.requests());
    }
}
