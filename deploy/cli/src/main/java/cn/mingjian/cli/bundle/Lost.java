package cn.mingjian.cli.bundle;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A definition that is told as a fault because its code does not read, or is that of another definition: the code that it
 * should have is cited, and defined nowhere.
 *
 * @param expected the places where that code would be cited, as far as known; several when either of two lines may be the
 *     wrong one
 * @param surely whether there is such a code; a repeated definition may just be too many
 */
record Lost(List<Set<String>> expected, boolean surely) {

    /** A definition whose code does not read. */
    static Lost unreadable(Optional<Set<String>> expected) {
        return new Lost(expected.stream().toList(), true);
    }

    /** Two definitions of one code. */
    static Lost repeated(Optional<Set<String>> first, Optional<Set<String>> second) {
        return new Lost(Stream.of(first, second).flatMap(Optional::stream).toList(), false);
    }

    /** The codes that may be the one: those that are cited where it would be, or by and large there, or so in one file. */
    Set<String> among(Set<String> codes, Citations citations) {
        if (surely && expected.isEmpty()) {
            return codes;
        }
        Predicate<String> exactly = code -> expected.contains(citations.of(code));
        Predicate<String> mostly = code -> expected.stream().anyMatch(each -> isMostly(each, citations.of(code)));
        Predicate<String> inOneFile =
                code -> surely && expected.stream().anyMatch(each -> isMostlyInOneFile(each, citations.of(code)));
        return Stream.of(exactly, mostly, inOneFile)
                .map(fits -> codes.stream().filter(fits).collect(toSet()))
                .filter(fitting -> !fitting.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private static boolean isMostlyInOneFile(Set<String> expected, Set<String> places) {
        return places.stream()
                .map(Citations::file)
                .distinct()
                .anyMatch(file -> isMostly(in(file, expected), in(file, places)));
    }

    private static Set<String> in(String file, Set<String> places) {
        return places.stream()
                .filter(place -> Citations.file(place).equals(file))
                .collect(toSet());
    }

    private static boolean isMostly(Set<String> expected, Set<String> places) {
        long shared = expected.stream().filter(places::contains).count();
        return 2 * shared > expected.size() + places.size() - shared;
    }
}
