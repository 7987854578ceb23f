package cn.mingjian.cli.bundle;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record of a table. Only values that are there and have their column's form can be asked for, so that nothing is
 * reported because of a value that is reported already.
 */
public final class Row {
    private final int line;
    private final Map<String, String> values;
    private final Set<String> unreadable;

    Row(int line, Map<String, String> values, Set<String> unreadable) {
        this.line = line;
        this.values = values;
        this.unreadable = unreadable;
    }

    /** The line on which the record begins. */
    public int line() {
        return line;
    }

    /** The value of a column; nothing when it is empty or unreadable. */
    public Optional<String> find(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** The value of a column; null when it is empty or unreadable. */
    @Nullable
    String orNull(String column) {
        return values.get(column);
    }

    /** The value of a column that a correct bundle cannot leave empty. */
    public String get(String column) {
        return find(column).orElseThrow(() -> new IllegalStateException("line " + line + " without " + column));
    }

    /** Whether a column's value is known: readable, or rightly empty. */
    boolean knows(String column) {
        return !unreadable.contains(column);
    }

    boolean is(String column, String value) {
        return value.equals(values.get(column));
    }
}
