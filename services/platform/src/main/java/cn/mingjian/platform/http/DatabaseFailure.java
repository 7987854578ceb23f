package cn.mingjian.platform.http;

import cn.mingjian.platform.problem.CommonProblem;
import java.sql.SQLException;
import java.util.Optional;

/** What the database's refusals mean for a caller, by PostgreSQL's condition codes. */
final class DatabaseFailure {

    private static final String UNIQUE = "23505";
    private static final String SERIALISATION = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String LOCK_TIMEOUT = "55P03";
    private static final String STATEMENT_TIMEOUT = "57014";
    private static final String IDLE_TRANSACTION_TIMEOUT = "25P03";

    private DatabaseFailure() {}

    /** The refusal behind a failure; none when it is a mistake of ours. */
    static Optional<CommonProblem> of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    /** A pool that has no connection to give tells no code. */
    private static Optional<CommonProblem> of(@org.jspecify.annotations.Nullable String state) {
        if (state == null) {
            return Optional.of(CommonProblem.UNAVAILABLE);
        }
        return switch (state) {
            case UNIQUE, SERIALISATION, DEADLOCK -> Optional.of(CommonProblem.CHANGED_MEANWHILE);
            case LOCK_TIMEOUT, STATEMENT_TIMEOUT, IDLE_TRANSACTION_TIMEOUT -> Optional.of(CommonProblem.UNAVAILABLE);
            // 08: the connection, 53: no resources left, 57P: the server is going down or coming up.
            default ->
                state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
                        ? Optional.of(CommonProblem.UNAVAILABLE)
                        : Optional.empty();
        };
    }
}
