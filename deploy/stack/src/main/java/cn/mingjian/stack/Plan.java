package cn.mingjian.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one stack consists of and what each part waits for.
 *
 * @param cold whether nothing has been made yet
 */
record Plan(List<Part> parts, StackFolder.Addresses addresses, AuditAccess audit, boolean cold) {

    private static final String REALM = "mingjian";
    private static final String POSTGRES_SUPERUSER = "postgres";
    private static final String TOPIC_PREFIX = "mingjian.";
    private static final String BROKER = "kafka-";
    private static final String AUDITOR = "auditor";
    private static final String KEYCLOAK_ADMIN = "keycloak-admin";
    private static final String KEYCLOAK = "keycloak";
    private static final String DATABASE = "database-";
    private static final String CLIENT = "client-";
    private static final String PORTAL = "portal-";
    private static final String SESSIONS = "portal-sessions";

    /** Where the portal asks from: the services tell it by that from everybody else on this machine. */
    private static final String PORTAL_ADDRESS = "127.0.0.2";

    /** Who stands on whom: stopped from the last to the first, each layer at once. */
    enum Layer {
        STORE,
        SERVER,
        SERVICE
    }

    /** One process: what it is called for people, and the parts that must answer before it is started. */
    record Part(Server server, Layer layer, String title, Set<String> after) {}

    /** Lays out a stack with its remembered ports and secrets. */
    static Plan of(StackFolder folder, Path home, Set<Service.Kind> services) throws IOException {
        var installation = Installation.find();
        boolean cold = !Files.exists(folder.path().resolve("postgres/data"));
        Block ports = Block.free(folder.addresses()
                .map(before -> URI.create(before.keycloak()).getPort())
                .orElse(0));
        Realm realm = TestServers.realm("mingjian-realm.json")
                .with(TestServers.realm("demo.json"))
                .withPortal(portal(ports));
        Map<String, String> secrets = folder.secrets(secretNames(realm));
        var clients = new TreeMap<String, String>();
        realm.confidentialClients().forEach(client -> clients.put(client, required(secrets, CLIENT + client)));

        var databases = new ArrayList<PostgresServer.Database>();
        var keycloakDatabase = new PostgresServer.Database(
                KEYCLOAK, new PostgresServer.Account(KEYCLOAK, required(secrets, DATABASE + KEYCLOAK)), List.of());
        databases.add(keycloakDatabase);
        for (var kind : Service.Kind.keepers()) {
            databases.add(database(kind, secrets));
        }
        var postgres = new PostgresServer(
                installation,
                folder.path().resolve("postgres"),
                ports.postgres(),
                required(secrets, POSTGRES_SUPERUSER),
                databases);
        var kafka = kafka(installation, folder, ports, secrets);
        var keycloak = new KeycloakServer(
                installation,
                folder.path().resolve("keycloak"),
                ports.keycloak(),
                ports.keycloakManagement(),
                postgres.url(keycloakDatabase.name()),
                keycloakDatabase,
                new KeycloakServer.Admin("admin", required(secrets, KEYCLOAK_ADMIN)),
                realm.withSecrets(clients));
        var addresses = addresses(ports, kafka, keycloak, clients);

        Map<String, AuditKey> auditKeys = folder.auditKeys(
                Service.Kind.keepers().stream().map(Service.Kind::id).toList());

        var parts = new ArrayList<Part>();
        parts.add(new Part(postgres, Layer.STORE, "PostgreSQL", Set.of()));
        parts.add(new Part(kafka, Layer.SERVER, "Kafka", Set.of()));
        parts.add(new Part(keycloak, Layer.SERVER, "Keycloak", Set.of(postgres.name())));
        for (var kind : Service.Kind.values()) {
            if (services.contains(kind)) {
                boolean keeps = Service.Kind.keepers().contains(kind);
                Map<String, String> environment = keeps
                        ? environment(kind, ports, postgres, database(kind, secrets), addresses)
                        : portalEnvironment(ports, addresses, secrets);
                if (keeps) {
                    environment.putAll(KafkaServer.environment(
                            kafka.bootstrap(), kind.id(), required(secrets, BROKER + kind.id())));
                    environment.put("MINGJIAN_CLIENT_SECRET", required(clients, "service-" + kind.id()));
                    environment.put(
                            "MINGJIAN_AUDIT_KEY", required(auditKeys, kind.id()).signing());
                    environment.put(
                            "MINGJIAN_ATTACHMENTS_FOLDER",
                            folder.path().resolve("attachments").toString());
                }
                var service = new Service(kind, home, folder.path(), ports.serviceManagement(kind), environment);
                parts.add(new Part(service, Layer.SERVICE, kind.title(), keeps ? Set.of(postgres.name()) : Set.of()));
            }
        }
        return new Plan(
                List.copyOf(parts), withoutMachines(addresses), audit(kafka, postgres, secrets, auditKeys), cold);
    }

    private static AuditAccess audit(
            KafkaServer kafka, PostgresServer postgres, Map<String, String> secrets, Map<String, AuditKey> keys) {
        var services = new TreeMap<String, AuditAccess.Database>();
        keys.forEach((service, key) -> services.put(
                service,
                new AuditAccess.Database(
                        postgres.url(service),
                        "postgres",
                        required(secrets, POSTGRES_SUPERUSER),
                        List.of(key.verifying()))));
        return new AuditAccess(
                KafkaServer.settings(kafka.bootstrap(), AUDITOR, required(secrets, BROKER + AUDITOR)),
                TOPIC_PREFIX,
                services);
    }

    private static KafkaServer kafka(
            Installation installation, StackFolder folder, Block ports, Map<String, String> secrets) {
        var rights = new BrokerRights(TOPIC_PREFIX);
        var granted = new ArrayList<>(rights.ofAuditor(AUDITOR));
        var passwords = new TreeMap<>(Map.of(AUDITOR, required(secrets, BROKER + AUDITOR)));
        for (var kind : Service.Kind.keepers()) {
            granted.addAll(rights.ofService(kind.id()));
            passwords.put(kind.id(), required(secrets, BROKER + kind.id()));
        }
        return new KafkaServer(
                installation,
                folder.path().resolve("kafka"),
                ports.kafka(),
                ports.kafkaController(),
                required(secrets, KafkaServer.SUPERUSER),
                passwords,
                granted);
    }

    private static String portal(Block ports) {
        return "http://127.0.0.1:" + ports.service(Service.Kind.PORTAL);
    }

    private static List<String> secretNames(Realm realm) {
        var names = new ArrayList<>(List.of(
                POSTGRES_SUPERUSER,
                KafkaServer.SUPERUSER,
                BROKER + AUDITOR,
                KEYCLOAK_ADMIN,
                SESSIONS,
                DATABASE + KEYCLOAK));
        for (var kind : Service.Kind.keepers()) {
            names.add(BROKER + kind.id());
            for (String role : List.of("", PostgresServer.OWNER, PostgresServer.WORKER)) {
                names.add(DATABASE + kind.id() + role);
            }
        }
        realm.confidentialClients().forEach(client -> names.add(CLIENT + client));
        return names;
    }

    private static <T> T required(Map<String, T> secrets, String name) {
        return Objects.requireNonNull(secrets.get(name), name);
    }

    private static PostgresServer.Database database(Service.Kind kind, Map<String, String> secrets) {
        return PostgresServer.Database.ofService(kind.id(), role -> required(secrets, DATABASE + role));
    }

    private static StackFolder.Addresses addresses(
            Block ports, KafkaServer kafka, KeycloakServer keycloak, Map<String, String> clients) {
        var services = new LinkedHashMap<String, String>();
        for (var kind : Service.Kind.keepers()) {
            services.put(kind.id(), "http://127.0.0.1:" + ports.service(kind));
        }
        return new StackFolder.Addresses(
                services, portal(ports), keycloak.address(), REALM, true, kafka.bootstrap(), clients);
    }

    /** A service's own secret is nobody else's: users of the stack see those of people and tools only. */
    private static StackFolder.Addresses withoutMachines(StackFolder.Addresses all) {
        var clients = new TreeMap<>(all.clients());
        clients.keySet().removeIf(client -> client.startsWith("service-") || client.startsWith(PORTAL));
        return new StackFolder.Addresses(
                all.services(), all.portal(), all.keycloak(), all.realm(), all.demo(), all.kafka(), clients);
    }

    /** The portal keeps nothing: it needs the services' addresses and the secrets of its six entries. */
    private static Map<String, String> portalEnvironment(
            Block ports, StackFolder.Addresses addresses, Map<String, String> secrets) {
        var environment = new HashMap<String, String>();
        common(environment, Service.Kind.PORTAL, ports, addresses);
        environment.put("MINGJIAN_SESSION_KEY", required(secrets, SESSIONS));
        environment.put("MINGJIAN_OUTGOING_ADDRESS", PORTAL_ADDRESS);
        addresses.clients().forEach((client, secret) -> {
            if (client.startsWith(PORTAL)) {
                String role = client.substring(PORTAL.length());
                environment.put(
                        "MINGJIAN_SECRET_" + role.toUpperCase(Locale.ROOT).replace('-', '_'), secret);
            }
        });
        return environment;
    }

    private static Map<String, String> environment(
            Service.Kind kind,
            Block ports,
            PostgresServer postgres,
            PostgresServer.Database database,
            StackFolder.Addresses addresses) {
        var environment = new HashMap<String, String>();
        common(environment, kind, ports, addresses);
        environment.put("MINGJIAN_DATABASE_URL", postgres.url(database.name()));
        environment.putAll(database.environment());
        environment.put("MINGJIAN_BEHIND_PROXY", "true");
        environment.put("MINGJIAN_TRUSTED_PROXIES", PORTAL_ADDRESS);
        environment.put("MINGJIAN_INSTANCE", "1");
        return environment;
    }

    private static void common(
            Map<String, String> environment, Service.Kind kind, Block ports, StackFolder.Addresses addresses) {
        environment.put("MINGJIAN_HTTP_PORT", Integer.toString(ports.service(kind)));
        environment.put("MINGJIAN_MANAGEMENT_PORT", Integer.toString(ports.serviceManagement(kind)));
        environment.put("MINGJIAN_ISSUER", addresses.keycloak() + "/realms/" + addresses.realm());
        addresses
                .services()
                .forEach((name, address) -> environment.put("MINGJIAN_URL_" + name.toUpperCase(Locale.ROOT), address));
    }
}
