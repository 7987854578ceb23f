package cn.mingjian.cli.bundle;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A definition that is told as a fault because its code does not read, or is that of another definition: the code that it
 * should have is cited, and defined nowhere.
 *
 * @param expected the places where that code would be cited; several when either of two lines may be the wrong one
 * @param anywhere whether nothing is known about these places
 */
record Lost(List<Set<String>> expected, boolean anywhere) {

    /** A definition whose code does not read. */
    static Lost unreadable(Optional<Set<String>> expected) {
        return new Lost(expected.stream().toList(), expected.isEmpty());
    }

    /** Two definitions of one code: one of them may mean another code, or may just be too many. */
    static Lost repeated(Optional<Set<String>> first, Optional<Set<String>> second) {
        return new Lost(Stream.of(first, second).flatMap(Optional::stream).toList(), false);
    }

    /** The codes that may be the one: those that are cited where it would be; by and large, when there are none. */
    Set<String> among(Set<String> codes, Citations citations) {
        if (anywhere) {
            return codes;
        }
        Set<String> exactly = codes.stream()
                .filter(code -> expected.contains(citations.of(code)))
                .collect(toSet());
        return exactly.isEmpty()
                ? codes.stream()
                        .filter(code -> expected.stream().anyMatch(each -> isMostly(each, citations.of(code))))
                        .collect(toSet())
                : exactly;
    }

    private static boolean isMostly(Set<String> expected, Set<String> places) {
        long shared = expected.stream().filter(places::contains).count();
        return 2 * shared > expected.size() + places.size() - shared;
    }
}
