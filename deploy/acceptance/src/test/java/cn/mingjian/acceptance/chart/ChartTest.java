package cn.mingjian.acceptance.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ChartTest {
    private static final Path CHART = Path.of(System.getProperty("project.root", "../.."), "helm/mingjian");
    private static final List<String> SERVICES =
            List.of("district", "indicator", "integration", "portal", "report", "scoring", "staffing");

    @Test
    void isAcceptedByTheLinter() {
        var lint = new Helm(CHART).lint().strict().call();

        assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deployment", "Service", "ConfigMap", "ServiceAccount", "PodDisruptionBudget"})
    void rendersOneOfEachForEachService(String kind) {
        assertThat(named(kind)).containsExactlyInAnyOrderElementsOf(releaseNames());
    }

    @Test
    void deniesAllTrafficButTheAllowedPaths() {
        List<String> expected = new ArrayList<>(releaseNames());
        expected.add("mj-deny");

        assertThat(named("NetworkPolicy")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(callersOf("scoring")).contains("report");
        assertThat(callersOf("report")).containsExactlyInAnyOrder("portal", "scoring");
        assertThat(callersOf("integration")).doesNotContainAnyElementsOf(SERVICES);
    }

    @Test
    void givesNoContainerMoreThanItNeeds() {
        for (Map<String, Object> deployment : rendered("Deployment")) {
            Map<String, Object> pod = at(deployment, "spec", "template", "spec");
            Map<String, Object> container = list(pod, "containers").getFirst();
            Map<String, Object> security = at(container, "securityContext");

            assertThat(at(pod, "securityContext")).containsEntry("runAsNonRoot", true);
            assertThat(pod).containsEntry("automountServiceAccountToken", false);
            assertThat(security)
                    .containsEntry("readOnlyRootFilesystem", true)
                    .containsEntry("allowPrivilegeEscalation", false)
                    .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
            assertThat(at(container, "resources")).containsKeys("requests", "limits");
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe"))
                assertThat(at(container, probe, "httpGet")).containsEntry("port", "management");
        }
    }

    @Test
    void takesSecretsByReferenceOnly() {
        for (Map<String, Object> deployment : rendered("Deployment"))
            for (Map<String, Object> variable : list(
                    list(at(deployment, "spec", "template", "spec"), "containers")
                            .getFirst(),
                    "env"))
                if (String.valueOf(variable.get("name")).matches(".*(PASSWORD|SECRET)"))
                    assertThat(at(variable, "valueFrom", "secretKeyRef")).containsKeys("name", "key");
        assertThat(named("Secret")).isEmpty();
        assertThat(rendered("ConfigMap"))
                .allSatisfy(map -> assertThat(at(map, "data").keySet())
                        .noneMatch(key -> key.contains("PASSWORD") || key.contains("SECRET")));
    }

    @ParameterizedTest
    @CsvSource({
        "services.report.replicas, -1",
        "services.report.replicas, many",
        "services.report.existingSecret, ''",
        "services.report.database.url, mysql://db/report",
        "services.porter.replicas, 1",
        "keycloak.issuer, id.example.org",
        "portals.address, mingjian.example.org",
        "portals.own.bureau, https://bureau.example.org/bureau",
        "portals.own.porter, https://porter.example.org",
        "kafka.bootstrapServers, kafka",
        "kafka.securityProtocol, TLS",
        "kafka.saslMechanism, GSSAPI",
        "networkPolicy.database.port, 70000",
        "image.pullPolicy, Sometimes",
        "limits.account.burst, 0",
        "limits.nobody.burst, 1",
        "proxies[0], gateway",
        "services.report.password, geheim",
        "services.portal.calls[0], integration",
        "services.portal.limits.anonymous.burst, 0"
    })
    void refusesWrongValues(String key, String value) {
        var template = new Helm(CHART).template().withName("mj").set(key, value);

        assertThatThrownBy(template::call).hasMessageContaining("schema");
    }

    @Test
    void believesOnlyNamedProxiesWhereACallerComesFrom() {
        assertThat(rendered("ConfigMap")).allSatisfy(map -> assertThat(at(map, "data"))
                .doesNotContainKeys("MINGJIAN_BEHIND_PROXY", "MINGJIAN_TRUSTED_PROXIES"));

        assertThat(rendered("ConfigMap", "proxies[0]", "10.2.0.0/16", "proxies[1]", "fd00::7"))
                .allSatisfy(map -> assertThat(at(map, "data"))
                        .containsEntry("MINGJIAN_BEHIND_PROXY", "true")
                        .containsEntry("MINGJIAN_TRUSTED_PROXIES", "10.2.0.0/16,fd00::7"));
    }

    @Test
    void tellsThePortalWhereEachPortalIs() {
        for (Map<String, Object> map :
                rendered("ConfigMap", "portals.own.supervisory-center", "https://centre.example.org")) {
            if (at(map, "metadata").get("name").equals("mj-portal")) {
                assertThat(at(map, "data"))
                        .containsEntry("MINGJIAN_PORTAL", "https://mingjian.example.org")
                        .containsEntry("MINGJIAN_PORTAL_SUPERVISORY_CENTER", "https://centre.example.org");
            } else {
                assertThat(at(map, "data").keySet()).noneMatch(key -> key.startsWith("MINGJIAN_PORTAL"));
            }
        }
    }

    @Test
    void theBrokerAsksEveryServiceForAPassword() {
        for (Map<String, Object> map : rendered("ConfigMap", "kafka.certificatesSecret", "broker-ca")) {
            String name = String.valueOf(at(map, "metadata").get("name")).substring("mj-".length());
            if (name.equals("portal")) {
                assertThat(at(map, "data").keySet()).noneMatch(key -> key.contains("KAFKA"));
            } else {
                assertThat(at(map, "data"))
                        .containsEntry("MINGJIAN_KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                        .containsEntry("MINGJIAN_KAFKA_USER", "mingjian-" + name)
                        .containsEntry("MINGJIAN_KAFKA_CERTIFICATES", "/etc/mingjian/kafka/ca.crt");
            }
        }
        for (Map<String, Object> deployment : rendered("Deployment", "kafka.certificatesSecret", "broker-ca")) {
            boolean portal = at(deployment, "metadata").get("name").equals("mj-portal");
            Map<String, Object> pod = at(deployment, "spec", "template", "spec");
            Map<String, Object> container = list(pod, "containers").getFirst();
            assertThat(list(container, "env").stream().map(variable -> variable.get("name")))
                    .filteredOn("MINGJIAN_KAFKA_PASSWORD"::equals)
                    .hasSize(portal ? 0 : 1);
            assertThat(list(pod, "volumes")).hasSize(portal ? 1 : 2);
            assertThat(list(container, "volumeMounts")).hasSameSizeAs(list(pod, "volumes"));
        }
    }

    @Test
    void limitsCallersAndAnOfficeAtThePortalLess() {
        for (Map<String, Object> map : rendered("ConfigMap")) {
            boolean portal = Objects.equals(at(map, "metadata").get("name"), "mj-portal");

            assertThat(at(map, "data"))
                    .containsEntry("MINGJIAN_LIMITS_ACCOUNT_PER_MINUTE", "3000")
                    .containsEntry("MINGJIAN_LIMITS_ANONYMOUS_PER_MINUTE", portal ? "3000" : "300")
                    .containsEntry("MINGJIAN_LIMITS_ANONYMOUS_BURST", portal ? "3000" : "300");
        }
    }

    private static List<String> releaseNames() {
        return SERVICES.stream().map(service -> "mj-" + service).toList();
    }

    private static List<String> named(String kind) {
        return rendered(kind).stream()
                .map(object -> String.valueOf(at(object, "metadata").get("name")))
                .toList();
    }

    private static List<Object> callersOf(String service) {
        Map<String, Object> policy = rendered("NetworkPolicy").stream()
                .filter(object -> Objects.equals(at(object, "metadata").get("name"), "mj-" + service))
                .findFirst()
                .orElseThrow();
        return list(list(at(policy, "spec"), "ingress").getFirst(), "from").stream()
                .map(peer -> at(peer, "podSelector", "matchLabels").get("app.kubernetes.io/name"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** With values of its own as key and value in turn. */
    private static List<Map<String, Object>> rendered(String kind, String... values) {
        var template = new Helm(CHART).template().withName("mj");
        for (int at = 0; at < values.length; at += 2) template.set(values[at], values[at + 1]);
        String text = template.call();
        List<Map<String, Object>> objects = new ArrayList<>();
        new Yaml(new SafeConstructor(new LoaderOptions()))
                .loadAll(new StringReader(text))
                .forEach(document -> {
                    if (document instanceof Map<?, ?> object && kind.equals(object.get("kind")))
                        objects.add(typed(object));
                });
        return objects;
    }

    private static Map<String, Object> at(Map<String, Object> object, String... path) {
        Map<String, Object> found = object;
        for (String key : path) found = found.get(key) instanceof Map<?, ?> inner ? typed(inner) : Map.of();
        return found;
    }

    private static List<Map<String, Object>> list(Map<String, Object> object, String key) {
        List<Map<String, Object>> elements = new ArrayList<>();
        if (object.get(key) instanceof List<?> list)
            for (Object element : list) if (element instanceof Map<?, ?> map) elements.add(typed(map));
        return elements;
    }

    private static Map<String, Object> typed(Map<?, ?> map) {
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put(String.valueOf(key), value));
        return typed;
    }
}
