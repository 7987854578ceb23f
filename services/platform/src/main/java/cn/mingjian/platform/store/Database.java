package cn.mingjian.platform.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** The connections of whoever asks: the request's role, or the worker's in the {@link Background}. */
@Singleton
public class Database {

    private final AgroalDataSource requests;
    private final AgroalDataSource worker;

    Database(AgroalDataSource requests, @DataSource(Background.POOL) AgroalDataSource worker) {
        this.requests = requests;
        this.worker = worker;
    }

    /** A connection of the current transaction when there is one, else of its own; closing it gives it back. */
    public Connection connection() throws SQLException {
        return (Background.entered() ? worker : requests).getConnection();
    }

    AgroalDataSource requests() {
        return requests;
    }

    AgroalDataSource worker() {
        return worker;
    }
}
