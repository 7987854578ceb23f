package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.acceptance.bundle.BundleGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Walks contracts/access.yaml over the running platform: every operation, with everybody. Whoever is named gets past the
 * door; whoever is not — another role, the same role of another station, no seat on the panel, no token — is refused and
 * learns nothing.
 */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PARTIES = Set.of("third-party", "supervisory-center", "purchaser", "supervisor");
    private static final Map<String, String> LEADS =
            Map.of("third-party", "tp-1", "supervisory-center", "sc-1", "purchaser", "pu-1", "supervisor", "sv-1");
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    /** What no refusal may give away of the Dagang round. */
    private static final List<String> SECRETS = List.of("大岗镇", "84.75", "82.67", "评委", "百民");

    private final Map<String, String> inPlace = new LinkedHashMap<>();
    private final Map<String, String> elsewhere = new LinkedHashMap<>();
    private final Map<String, String> offPanel = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> access = access();

    private Doors doors;

    @BeforeAll
    void twoRoundsAreClosedAndEverybodyHasSignedIn(RunningPlatform platform, @TempDir Path folder) throws Exception {
        assertThat(platform.evaluate(RunningPlatform.DAGANG, folder.resolve("dagang"))
                        .code())
                .isZero();
        BundleGenerator.write(1, folder.resolve("bundle"));
        assertThat(platform.evaluate(folder.resolve("bundle"), folder.resolve("other"))
                        .code())
                .isZero();
        doors = new Doors(platform);

        inPlace.put("installer", doors.machine("installer"));
        inPlace.put("platform", doors.machine("municipal-platform"));
        inPlace.put("service:report", doors.machine("service-report"));
        inPlace.put("bureau", doors.person("bureau", "bureau@nansha"));
        inPlace.put("operator", doors.person("operator", "operator@dagang.nansha"));
        for (var lead : LEADS.entrySet()) {
            inPlace.put(lead.getKey(), doors.person(lead.getKey(), "dagang-2023-final." + lead.getValue()));
        }
        elsewhere.put("bureau", doors.person("bureau", "bureau@panyu"));
        elsewhere.put("operator", doors.person("operator", "operator@dagang.panyu"));
        for (String role : PARTIES) {
            elsewhere.put(role, doors.newcomer(role, "round-1.outsider-" + role, "panyu", elsewhere.get("bureau")));
            offPanel.put(
                    role, doors.newcomer(role, "dagang-2023-final.offpanel-" + role, "nansha", inPlace.get("bureau")));
        }
    }

    @Test
    void listsEveryOperationOfEveryService() throws IOException {
        for (String service : access.keySet()) {
            JsonNode described = JSON.valueToTree(
                    yaml(Files.readString(RunningPlatform.ROOT.resolve("contracts/openapi/" + service + ".yaml"))));
            Set<String> operations = new TreeSet<>();
            described.get("paths").properties().forEach(path -> path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> {
                        if (Set.of("get", "put", "post", "delete", "patch").contains(method))
                            operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                    }));

            assertThat(access.get(service).keySet()).as(service).containsExactlyInAnyOrderElementsOf(operations);
        }
    }

    @TestFactory
    Stream<DynamicTest> whoeverIsNamedGetsPastTheDoor() {
        return operations((service, operation, roles, tests) -> roles.stream()
                .filter(inPlace::containsKey)
                .forEach(role -> tests.add(DynamicTest.dynamicTest(service + " " + operation + " " + role, () -> {
                    HttpResponse<String> answer =
                            doors.knock(service, Target.of(service, operation, role), inPlace.get(role));

                    assertThat(answer.statusCode())
                            .as(answer.body())
                            .isNotIn(401, 403)
                            .isLessThan(500);
                    if (operation.startsWith("GET ") && !operation.contains("/vetoes/{number}"))
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                }))));
    }

    @TestFactory
    Stream<DynamicTest> whoeverIsNotNamedIsRefusedAndLearnsNothing() {
        return operations((service, operation, roles, tests) -> {
            inPlace.forEach((role, token) -> {
                if (!roles.contains(role) && !roles.contains("anonymous"))
                    tests.add(refusal(service, operation, role, "in place", token));
            });
            if (!roles.contains("anonymous")) tests.add(refusal(service, operation, "anonymous", "", ""));
        });
    }

    @TestFactory
    Stream<DynamicTest> theSameRoleOfAnotherPlaceIsRefusedAndLearnsNothing() {
        return operations((service, operation, roles, tests) -> elsewhere.forEach((role, token) -> {
            if (!roles.contains("anonymous")) tests.add(refusal(service, operation, role, "of another station", token));
        }));
    }

    @TestFactory
    Stream<DynamicTest> thePartysRoleWithoutASeatOnThePanelIsRefused() {
        return operations((service, operation, roles, tests) -> {
            if (!operation.contains("{evaluation}")) return;
            offPanel.forEach((role, token) -> tests.add(refusal(service, operation, role, "off the panel", token)));
        });
    }

    private DynamicTest refusal(String service, String operation, String role, String which, String token) {
        return DynamicTest.dynamicTest(service + " " + operation + " " + role + " " + which, () -> {
            HttpResponse<String> answer = doors.knock(service, Target.of(service, operation, role), token);

            assertThat(answer.statusCode()).as(answer.body()).isIn(REFUSED);
            assertThat(answer.body()).doesNotContain(SECRETS.toArray(String[]::new));
        });
    }

    private interface Cases {
        void of(String service, String operation, List<String> roles, List<DynamicTest> tests);
    }

    private Stream<DynamicTest> operations(Cases cases) {
        List<DynamicTest> tests = new ArrayList<>();
        access.forEach((service, operations) ->
                operations.forEach((operation, roles) -> cases.of(service, operation, roles, tests)));
        return tests.stream();
    }

    private static Map<String, Map<String, List<String>>> access() {
        try {
            return yaml(Files.readString(RunningPlatform.ROOT.resolve("contracts/access.yaml")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static <T> T yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(new StringReader(text));
    }

    /** An operation with the Dagang round's own values in its path. */
    record Target(String method, String path) {
        static Target of(String service, String operation, String role) {
            String[] parts = operation.split(" ", 2);
            String evaluator = LEADS.getOrDefault(role, "tp-1");
            String party = role.contains(":") || !PARTIES.contains(role)
                    ? "THIRD_PARTY"
                    : role.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
            String figure = Map.of("indicator", "indicators:exceeded", "staffing", "staffing:headcount")
                    .getOrDefault(service, "total");
            String voice = Set.of("purchaser", "supervisor").contains(role) ? role : "operator";
            String key = parts[0].equals("PUT") ? "access-walk" : "dagang-2023-final";
            Map<String, String> values = Map.ofEntries(
                    Map.entry("{district}", "nansha"),
                    Map.entry("{station}", "dagang"),
                    Map.entry("{agreement}", "dagang-2023"),
                    Map.entry("{evaluation}", "dagang-2023-final"),
                    Map.entry("{username}", "operator@dagang.nansha"),
                    Map.entry("{version}", "1"),
                    Map.entry("{figure}", figure),
                    Map.entry("{evaluator}", evaluator),
                    Map.entry("{party}", party),
                    Map.entry("{number}", "1"),
                    Map.entry("{voice}", voice),
                    Map.entry("{key}", key),
                    Map.entry("{file}", "report.html"));
            String path = parts[1];
            for (var value : values.entrySet()) path = path.replace(value.getKey(), value.getValue());
            return new Target(parts[0], path);
        }
    }
}
