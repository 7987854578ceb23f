package cn.mingjian.indicator.record;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.indicator.completion.EvidenceWindow;
import cn.mingjian.indicator.completion.RecordedTotals.Total;
import cn.mingjian.indicator.completion.ReviewBacklog;
import cn.mingjian.indicator.record.ServiceRecord.Status;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.store.Background;
import cn.mingjian.platform.test.RealServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The merge against a plain reading of the rules, record by record. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RecordIntakeIT {
    private static final LocalDate DAY = LocalDate.parse("2024-01-01");
    private static final EvidenceWindow WINDOW = new EvidenceWindow(DAY, DAY.plusDays(99));
    private static final ReviewBacklog BACKLOG = new ReviewBacklog(DAY.plusDays(30), 14);

    @Inject
    RecordIntake intake;

    @Inject
    RecordTotals totals;

    @Inject
    RecordHeads heads;

    @Test
    void aHigherVersionReplacesWhatTheRecordContributed() {
        apply("s1", List.of(record("r", 1, "visit", 0, Status.APPROVED, "A1", 5L)));

        var counted = apply("s1", List.of(record("r", 4, "visit", 40, Status.APPROVED, "A2", 3L)));

        assertThat(counted).isEqualTo("1 0 0");
        assertThat(totalsOf("s1")).containsExactly(new Total("visit", "A2", YearMonth.of(2024, 2), 1, 3));
    }

    @Test
    void aReturnedVersionWithdrawsTheRecordAndAnOlderOneDoesNotBringItBack() {
        apply("s2", List.of(record("r", 2, "visit", 0, Status.APPROVED, "A1", 5L)));
        apply("s2", List.of(record("r", 3, "visit", 0, Status.RETURNED, "A1", 5L)));

        var counted = apply("s2", List.of(record("r", 1, "visit", 0, Status.APPROVED, "A1", 5L)));

        assertThat(counted).isEqualTo("1 0 0");
        assertThat(totalsOf("s2")).isEmpty();
    }

    @Test
    void severalVersionsInOneChunkLeaveTheHighest() {
        var counted = apply(
                "s3",
                List.of(
                        record("r", 3, "visit", 0, Status.APPROVED, "", null),
                        record("r", 1, "visit", 0, Status.SUBMITTED, "A1", null),
                        record("r", 2, "visit", 0, Status.APPROVED, "A1", null)));

        assertThat(counted).isEqualTo("3 0 0");
        assertThat(totalsOf("s3")).containsExactly(new Total("visit", "", YearMonth.of(2024, 1), 1, 0));
    }

    @Test
    void theSameVersionAgainIsADuplicateOrAConflictAndTheFirstStays() {
        var first = record("r", 1, "visit", 0, Status.APPROVED, "A1", 1L);
        var other = record("r", 1, "visit", 0, Status.APPROVED, "A1", 2L);

        assertThat(apply("s4", List.of(first, first, other))).isEqualTo("1 1 1");
        assertThat(apply("s4", List.of(other, first))).isEqualTo("0 1 1");
        apply("s4", List.of(record("r", 2, "visit", 0, Status.APPROVED, "A1", 7L)));
        assertThat(apply("s4", List.of(other, first))).isEqualTo("0 1 1");

        assertThat(totalsOf("s4")).containsExactly(new Total("visit", "A1", YearMonth.of(2024, 1), 1, 7));
    }

    @Test
    void aChunkThatComesAgainUnderAnotherEventHasNoEffect() {
        var chunk = chunk("s5", "d", 0, true, List.of(record("r", 1, "visit", 0, Status.APPROVED, "A1", 1L)));

        assertThat(take(List.of(chunk, chunk))).hasSize(1);
        assertThat(take(List.of(chunk))).isEmpty();
        assertThat(counted("s5", "d").orElseThrow().accepted()).isEqualTo(1);
    }

    @Test
    void aDeliveryIsCountedWhenItsLastChunkAndAllBeforeAreIn() {
        apply("s6", "d", 1, true, List.of());
        assertThat(counted("s6", "d")).isEmpty();

        apply("s6", "d", 0, false, List.of(record("r", 1, "visit", 0, Status.APPROVED, "A1", 1L)));

        assertThat(counted("s6", "d")).isPresent();
    }

    @Test
    void otherStationsRecordsAreOtherRecords() {
        apply("s7", List.of(record("r", 2, "visit", 0, Status.APPROVED, "A1", 1L)));
        apply("s8", List.of(record("r", 1, "visit", 0, Status.APPROVED, "A1", 1L)));

        assertThat(totalsOf("s7")).hasSize(1);
        assertThat(totalsOf("s8")).hasSize(1);
    }

    @Test
    void charactersOfTheCopyFormatAreData() {
        apply("s9", List.of(record("r\\\t\n", 1, "vi\\Nsit", 0, Status.APPROVED, "\\N", null)));

        assertThat(totalsOf("s9")).containsExactly(new Total("vi\\Nsit", "\\N", YearMonth.of(2024, 1), 1, 0));
    }

    @Test
    void agreesWithAPlainReadingOfTheRulesOnManyRandomDeliveries() {
        for (var seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            var station = "random-" + seed;
            var plain = new PlainReading();
            var moments = new LinkedHashMap<Instant, List<String>>();
            for (var batch = 0; batch < 6; batch++) {
                var records = new ArrayList<ServiceRecord>();
                for (var i = 0; i < 60; i++) {
                    records.add(record(
                            "r" + random.nextInt(25),
                            1 + random.nextInt(5),
                            random.nextBoolean() ? "visit" : "group",
                            random.nextInt(60),
                            Status.values()[random.nextInt(3)],
                            List.of("", "A1", "A2").get(random.nextInt(3)),
                            random.nextBoolean() ? null : (long) random.nextInt(3)));
                }
                assertThat(apply(station, "b" + batch, 0, true, records)).isEqualTo(plain.apply(records));
                moments.put(Instant.now(), plain.versions());
            }
            assertThat(totalsOf(station)).containsExactlyInAnyOrderElementsOf(plain.totals());
            assertThat(Background.call(() -> totals.unreviewed(Place.station("nansha", station), BACKLOG)))
                    .isEqualTo(plain.unreviewed());
            moments.forEach((moment, versions) ->
                    assertThat(versionsOf(station, moment)).containsExactlyInAnyOrderElementsOf(versions));
            assertThat(versionsOf(station, null)).containsExactlyInAnyOrderElementsOf(plain.versions());
        }
    }

    /** Highest version of each id, first content of each version. */
    private static final class PlainReading {
        private final Map<String, Map<Integer, ServiceRecord>> versions = new HashMap<>();

        String apply(List<ServiceRecord> records) {
            int accepted = 0;
            int duplicates = 0;
            int conflicts = 0;
            for (var record : records) {
                var known = versions.computeIfAbsent(record.id(), id -> new HashMap<>())
                        .putIfAbsent(record.version(), record);
                if (known == null) {
                    accepted++;
                } else if (Arrays.equals(known.contentHash(), record.contentHash())) {
                    duplicates++;
                } else {
                    conflicts++;
                }
            }
            return accepted + " " + duplicates + " " + conflicts;
        }

        List<Total> totals() {
            record Key(String type, String area, YearMonth month) {}
            return heads().stream()
                    .filter(head -> head.status() == Status.APPROVED)
                    .collect(Collectors.groupingBy(head -> new Key(
                            head.type(),
                            Optional.ofNullable(head.area()).orElse(""),
                            YearMonth.from(head.occurredOn()))))
                    .entrySet()
                    .stream()
                    .map(group -> new Total(
                            group.getKey().type(),
                            group.getKey().area(),
                            group.getKey().month(),
                            group.getValue().size(),
                            group.getValue().stream()
                                    .mapToLong(head -> Optional.ofNullable(head.attendance())
                                            .orElse(0L))
                                    .sum()))
                    .toList();
        }

        long unreviewed() {
            return heads().stream()
                    .filter(head -> head.status() == Status.SUBMITTED && BACKLOG.counts(head.submittedAt()))
                    .count();
        }

        List<String> versions() {
            return heads().stream()
                    .map(head -> told(head.id(), head.version(), head.status().name(), head.attendance()))
                    .toList();
        }

        private List<ServiceRecord> heads() {
            return versions.values().stream()
                    .map(known -> known.get(
                            known.keySet().stream().max(Integer::compare).orElseThrow()))
                    .toList();
        }
    }

    private String apply(String station, List<ServiceRecord> records) {
        return apply(station, UUID.randomUUID().toString(), 0, true, records);
    }

    private String apply(String station, String delivery, int chunk, boolean last, List<ServiceRecord> records) {
        take(List.of(chunk(station, delivery, chunk, last, records)));
        return counted(station, delivery)
                .map(counted -> counted.accepted() + " " + counted.duplicates() + " " + counted.conflicts())
                .orElse("not yet");
    }

    private List<Total> totalsOf(String station) {
        return Background.call(
                () -> totals.in(Place.station("nansha", station), WINDOW).totals());
    }

    private List<String> versionsOf(String station, @Nullable Instant until) {
        return Background.call(() -> heads.page(Place.station("nansha", station), "", 1_000, until)).stream()
                .map(head -> told(head.id(), head.version(), head.status(), head.attendance()))
                .toList();
    }

    /** No attendance and an attendance of nobody are kept alike. */
    private static String told(String id, int version, String status, @Nullable Long attendance) {
        return "%s/%d %s %d".formatted(id, version, status, attendance == null ? 0 : attendance);
    }

    /** As the inbox does it: in the background, in a transaction. */
    private List<ServiceRecordsReceived> take(List<ServiceRecordsReceived> chunks) {
        return Background.call(() -> QuarkusTransaction.requiringNew().call(() -> intake.apply(chunks)));
    }

    private Optional<ServiceRecordsCounted> counted(String station, String delivery) {
        return Background.call(() -> intake.counted("nansha", station, delivery));
    }

    private static ServiceRecordsReceived chunk(
            String station, String delivery, int chunk, boolean last, List<ServiceRecord> records) {
        return new ServiceRecordsReceived("nansha", station, delivery, chunk, last, records);
    }

    private static ServiceRecord record(
            String id, int version, String type, int day, Status status, String area, @Nullable Long attendance) {
        return new ServiceRecord(
                id,
                version,
                type,
                DAY.plusDays(day),
                status,
                OffsetDateTime.parse("2024-01-01T23:30:00Z").plusDays(day),
                null,
                area.isEmpty() ? null : area,
                null,
                attendance);
    }
}
