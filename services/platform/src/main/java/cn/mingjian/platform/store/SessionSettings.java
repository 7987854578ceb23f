package cn.mingjian.platform.store;

import cn.mingjian.platform.caller.Caller;
import io.agroal.api.AgroalPoolInterceptor;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells the database, on every connection that is handed out, whose work it is: {@code app.account} (the caller's id, or
 * {@code system}), {@code app.scope} (the places whose rows it may see: comma-separated paths, {@code *} for all, empty for
 * none) and {@code app.trace} (the trace id, or empty). Row-level security and the audit read them.
 */
abstract sealed class SessionSettings implements AgroalPoolInterceptor {

    private static final String SET = "select set_config('app.account', ?, false), set_config('app.scope', ?, false),"
            + " set_config('app.trace', ?, false)";

    private final Caller caller;

    SessionSettings(Caller caller) {
        this.caller = caller;
    }

    /** Of the pool that requests draw from. */
    @Singleton
    static final class OfRequests extends SessionSettings {
        OfRequests(Caller caller) {
            super(caller);
        }
    }

    /** Of the worker's pool. */
    @Singleton
    @DataSource(Background.POOL)
    static final class OfWorker extends SessionSettings {
        OfWorker(Caller caller) {
            super(caller);
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        SpanContext span = Span.current().getSpanContext();
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setString(1, caller.account());
            set.setString(2, caller.scope());
            set.setString(3, span.isValid() ? span.getTraceId() : "");
            set.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("connection without its caller", failure);
        }
    }
}
