package cn.mingjian.platform.problem;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures that are nobody's fault and pass: a server restarts, or two transactions stood in each other's way. */
public final class Outage {

    /** Classes of SQLSTATE: connection lost, transaction rolled back for others' sake, no resources, server stopping. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    private Outage() {}

    /** Whether the database was out of reach or sent the transaction away; the same request may succeed a moment later. */
    public static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isPassing(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The pool's own exceptions have no state: it could not get a connection in time. */
    private static boolean isPassing(@Nullable String state) {
        return state == null || state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }
}
