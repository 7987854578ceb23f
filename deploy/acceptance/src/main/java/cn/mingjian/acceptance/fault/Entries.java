package cn.mingjian.acceptance.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a platform keeps of one run, in comparable form: rows, accounts, groups and events by where they are kept. */
record Entries(Map<String, List<String>> byPlace) {

    /** What is different from a run that nothing happened to: one line an entry that is missing or too much. */
    List<String> differencesFrom(Entries reference) {
        Map<String, List<String>> places = new TreeMap<>(byPlace);
        reference.byPlace.keySet().forEach(place -> places.putIfAbsent(place, List.of()));
        List<String> differences = new ArrayList<>();
        places.forEach((place, there) -> {
            List<String> wanted = reference.byPlace.getOrDefault(place, List.of());
            without(wanted, there).forEach(entry -> differences.add(place + " lost: " + entry));
            without(there, wanted).forEach(entry -> differences.add(place + " too much: " + entry));
        });
        return differences;
    }

    /** One after the other: an entry that is there twice and wanted once is too much. */
    private static List<String> without(List<String> entries, List<String> others) {
        List<String> left = new ArrayList<>(entries);
        others.forEach(left::remove);
        return left;
    }
}
