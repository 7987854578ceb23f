package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.running.Ending;
import cn.mingjian.acceptance.running.Platform;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A closed round leaves as a bundle and comes back, under other codes, with the same result. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class ArchiveIT {
    private static final String ROUND = "dagang-2023-final";
    private static final String EVENTFUL = "dagang-2023-eventful";
    private static final String AGAIN = ROUND + "-again";

    private static final String RETURNED = """
            {"id":"GZ-006094","version":2,"station":"dagang","type":"home-visit","occurredOn":"2024-02-16",\
            "status":"RETURNED","submittedAt":"2024-02-19T13:33:00+08:00","area":"A5","community":"豪岗社区"}
            """;

    private static final Duration RUN = Duration.ofMinutes(3);

    private final RunningPlatform platform;

    ArchiveIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void whatWasArchivedYieldsTheSameResultAgain(@TempDir Path folder) throws Exception {
        assertFine(platform.evaluate(RunningPlatform.DAGANG, folder.resolve("first")));
        oneRecordIsReturnedAfterwards();

        Path archive = folder.resolve("archive");
        assertFine(platform.archive("nansha", ROUND, archive));
        rename(archive);
        CompletableFuture<Void> attached = CompletableFuture.runAsync(this::attachOnceItIsOpen);
        assertFine(platform.evaluate(archive, folder.resolve("again")));
        attached.join();

        JsonNode expected = json(archive.resolve("expected.json"));
        assertThat(json(folder.resolve("first/result.json"))).isEqualTo(expected);
        assertThat(json(folder.resolve("again/result.json"))).isEqualTo(expected);
        assertThat(archive.resolve("report")).isDirectoryContaining("glob:**/report.{pdf,docx,xlsx,html}");
        assertThat(json(archive.resolve("history.json")).get("entries").size()).isGreaterThan(20);
        assertThat(json(archive.resolve("sheets.json")).get("sheets").size()).isGreaterThan(10);
        Path next = folder.resolve("next");
        assertFine(platform.archive("nansha", AGAIN, next));
        assertThat(next.resolve("attachments").resolve(AmendedRound.DIGEST)).hasDigest("SHA-256", AmendedRound.DIGEST);
    }

    @Test
    void anEmptyPlatformYieldsTheSameResultOfARoundWithAmendmentsRecusalsAndAVeto(@TempDir Path folder)
            throws Exception {
        Doors doors = new Doors(platform);
        WalkedRound walked = new WalkedRound(platform, doors, folder);
        new AmendedRound(EVENTFUL, doors, walked.people(), walked.recused()).close();

        Path archive = folder.resolve("archive");
        assertFine(platform.archive("nansha", EVENTFUL, archive));
        Path next = folder.resolve("next");
        throughAnEmptyPlatform(archive, folder.resolve("again"), next);

        assertThat(byWhom(json(next.resolve("attachments.json")).get("attachments")))
                .isNotEmpty()
                .isEqualTo(byWhom(json(archive.resolve("attachments.json")).get("attachments")));
        assertThat(next.resolve("attachments").resolve(AmendedRound.DIGEST)).hasDigest("SHA-256", AmendedRound.DIGEST);
        JsonNode expected = json(archive.resolve("expected.json"));
        assertThat(json(folder.resolve("again/result.json"))).isEqualTo(expected);
        assertThat(expected.at("/score/grade").asText()).isEqualTo("不合格");
        assertThat(json(archive.resolve("amendments.json")).get("amendments")).hasSize(4);
        assertThat(json(archive.resolve("discrepancy-answers.json")).get("answers"))
                .hasSize(1);
        assertThat(json(archive.resolve("results.json"))).hasSize(7);
        for (String beside : List.of(
                "preparation-notice",
                "self-assessment",
                "visit-plan",
                "site-checks",
                "samples",
                "interviews",
                "questionnaire",
                "invitations",
                "progress",
                "panel",
                "feedback",
                "rubric",
                "vetoes")) {
            assertThat(json(archive.resolve("beside/" + beside + ".json"))).isNotEmpty();
        }
        assertThat(archive.resolve("attachments").resolve(AmendedRound.DIGEST))
                .hasDigest("SHA-256", AmendedRound.DIGEST);
        assertThat(archive.resolve("说明.txt"))
                .content()
                .contains("OPERATOR 的第 1 条成立的异议", "更正之前的评分", "一票否决的证据与陈述", "对数据不一致的说明", "一票否决项 SV9.1");
    }

    @Test
    void theAuditOfARoundShowsByItselfThatItIsWhole(@TempDir Path folder) throws Exception {
        assertFine(platform.evaluate(RunningPlatform.DAGANG, folder.resolve("first")));

        assertFine(platform.extractAudit(ROUND, folder.resolve("audit")));

        for (String service : List.of("district", "indicator", "staffing", "scoring", "report")) {
            List<JsonNode> entries = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("audit/" + service + ".ndjson"))) {
                entries.add(Doors.json(line));
            }
            assertThat(entries).as(service).isNotEmpty();
            assertThat(entries)
                    .as(service)
                    .filteredOn(entry -> entry.has("seq"))
                    .isNotEmpty()
                    .allSatisfy(entry -> {
                        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                        sha256.update(
                                HexFormat.of().parseHex(entry.get("previous").asText()));
                        sha256.update(entry.get("canonical").asText().getBytes(StandardCharsets.UTF_8));
                        assertThat(HexFormat.of().formatHex(sha256.digest()))
                                .isEqualTo(entry.get("hash").asText());
                    });
        }
        String scoring = Files.readString(folder.resolve("audit/scoring.ndjson"));
        assertThat(scoring).contains("item_score").contains("party_submission");
    }

    @Test
    void aTableComesBackLineByLine(@TempDir Path folder) throws Exception {
        assertFine(platform.evaluate(RunningPlatform.DAGANG, folder.resolve("first")));

        Path archive = folder.resolve("archive");
        assertFine(platform.archive("nansha", ROUND, archive));

        for (String table : List.of(
                "areas",
                "indicators",
                "targets",
                "declared",
                "roster",
                "attendance",
                "panel",
                "scores",
                "training",
                "resources",
                "satisfaction")) {
            assertThat(lines(archive.resolve(table + ".csv")))
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(lines(RunningPlatform.DAGANG.resolve(table + ".csv")));
        }
    }

    @Test
    void whoHasAPasswordOfTheirOwnArchivesWithItAndKeepsIt(@TempDir Path folder) throws Exception {
        assertFine(platform.evaluate(RunningPlatform.DAGANG, folder.resolve("first")));
        Doors doors = new Doors(platform);
        String own = doors.ownPassword("bureau@nansha");
        try {
            Ending without = platform.archive("nansha", ROUND, folder.resolve("without"));
            Path file = Files.writeString(folder.resolve("password"), own + "\n");
            Ending with = platform.archive(
                    "nansha",
                    ROUND,
                    folder.resolve("with"),
                    "--account",
                    "bureau@nansha",
                    "--password-file",
                    file.toString());

            assertThat(without.code()).as(without.said()).isEqualTo(3);
            assertThat(without.said()).contains("bureau@nansha 登录失败");
            assertFine(with);
            assertThat(folder.resolve("with/expected.json")).exists();
        } finally {
            doors.password("bureau@nansha");
        }
    }

    @Test
    void whatIsNotClosedIsNotArchived(@TempDir Path folder) throws Exception {
        Ending ending = platform.archive("nansha", "nothing", folder.resolve("archive"));

        assertThat(ending.code()).isEqualTo(3);
        assertThat(folder.resolve("archive")).doesNotExist();
    }

    /** Under its own codes, of which that platform knows none; and out again. */
    private static void throughAnEmptyPlatform(Path archive, Path out, Path next) throws Exception {
        Platform empty = new Platform(
                RunningPlatform.ROOT,
                Files.createTempDirectory("mingjian-empty").toRealPath());
        try {
            assertFine(empty.up());
            assertFine(empty.evaluate(archive, out).await(RUN));
            assertFine(empty.archive("nansha", EVENTFUL, next).await(RUN));
        } finally {
            empty.down();
            empty.delete();
        }
    }

    /** Each file with the party that attached it. */
    private static Set<String> byWhom(JsonNode attachments) {
        return attachments
                .valueStream()
                .map(file ->
                        file.get("digest").asText() + " " + file.path("party").asText())
                .collect(Collectors.toSet());
    }

    /** While the round is being worked on: nothing is attached to a closed one. The door waits until there is a round. */
    private void attachOnceItIsOpen() {
        try {
            Doors doors = new Doors(platform);
            String bearer = "Bearer " + doors.person("bureau", "bureau@nansha").token();
            HttpResponse<String> answer;
            int asked = 0;
            do {
                answer = doors.send(
                        AmendedRound.attachment(AGAIN, "bureau"), "Authorization", bearer, "Prefer", "wait=20");
            } while (answer.statusCode() == 404 && ++asked < 6);
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The year goes on after a round: an approved record of its window is withdrawn. */
    private void oneRecordIsReturnedAfterwards() throws IOException {
        Doors doors = new Doors(platform);
        Doors.Caller municipal = doors.machine("municipal-platform");
        String delivery = "/v1/districts/nansha/stations/dagang/deliveries/returned-after-the-round";
        municipal.ask(new Request("integration", "PUT", delivery, RETURNED, "application/x-ndjson"));
        HttpResponse<String> counted = doors.send(
                Request.get("integration", delivery),
                "Authorization",
                "Bearer " + municipal.token(),
                "Prefer",
                "wait=60");
        assertThat(Doors.json(counted.body()).path("state").asText()).isEqualTo("COUNTED");
    }

    private static void assertFine(Ending ending) {
        assertThat(ending.code()).as(ending.said()).isZero();
    }

    /** The platform knows station, agreement and round of these codes already. */
    private static void rename(Path archive) throws IOException {
        Path evaluation = archive.resolve("evaluation.yaml");
        Files.writeString(
                evaluation, Files.readString(evaluation).replaceAll("(?m)(code: '?dagang[a-z0-9-]*)", "$1-again"));
        Path records = archive.resolve("service-records.ndjson");
        if (Files.notExists(records)) return;
        List<String> renamed = new ArrayList<>();
        try (Stream<String> lines = Files.lines(records)) {
            lines.forEach(line -> renamed.add(line.replace("\"station\":\"dagang\"", "\"station\":\"dagang-again\"")));
        }
        Files.write(records, renamed);
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replace("\ufeff", ""))
                .toList();
    }

    private static JsonNode json(Path file) throws IOException {
        return Doors.json(Files.readString(file));
    }
}
