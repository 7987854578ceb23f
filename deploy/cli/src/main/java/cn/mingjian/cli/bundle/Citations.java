package cn.mingjian.cli.bundle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where the rows of tables cite the codes of one kind. */
final class Citations {
    private final Map<String, Set<String>> places = new HashMap<>();

    /** Adds a table whose rows cite a code each; those of one code differ in what stands beside it. */
    Citations in(Table table, String code, String beside) {
        for (Row row : table.rows()) {
            if (row.knows(beside)) {
                row.find(code).ifPresent(cited -> places.computeIfAbsent(cited, c -> new HashSet<>())
                        .add(place(table, row.find(beside).orElse(""))));
            }
        }
        return this;
    }

    static String place(Table table, String beside) {
        return table.file() + ":" + beside;
    }

    /** The file of a place. */
    static String file(String place) {
        return place.substring(0, place.indexOf(':'));
    }

    Set<String> of(String code) {
        return places.getOrDefault(code, Set.of());
    }

    /** Where most of these codes are cited; nothing when they have no place in common. */
    Optional<Set<String>> usual(Set<String> codes) {
        Map<String, Long> shared =
                codes.stream().flatMap(code -> of(code).stream()).collect(groupingBy(Function.identity(), counting()));
        Set<String> usual = shared.entrySet().stream()
                .filter(place -> 2 * place.getValue() > codes.size())
                .map(Map.Entry::getKey)
                .collect(toSet());
        return usual.isEmpty() ? Optional.empty() : Optional.of(usual);
    }
}
