package cn.mingjian.rules;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Codes that something defines.
 *
 * @param whole whether all definitions were read; else nothing is said about a code that is not among them
 */
public record Known(String what, Set<String> codes, boolean whole) {

    public Known {
        codes = Set.copyOf(codes);
    }

    /** All of them. */
    public static Known all(String what, Collection<String> codes) {
        return new Known(what, Set.copyOf(codes), true);
    }

    /** The problem of citing a code that is not defined. */
    public Optional<Problem> cite(String pointer, Rule rule, @Nullable String code) {
        return code == null || !whole || codes.contains(code)
                ? Optional.empty()
                : Optional.of(new Problem(pointer, rule, code, "没有这个%s：“%s”".formatted(what, code)));
    }
}
