package cn.mingjian.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Everything one stack keeps, under one folder. */
record StackFolder(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * What the stack tells its users.
     *
     * @param services address of each service with operations of its own
     * @param portal where people sign in
     * @param demo whether the realm knows the demo's password grants
     * @param clients secrets of the clients that people and tools use
     */
    record Addresses(
            Map<String, String> services,
            String portal,
            String keycloak,
            String realm,
            boolean demo,
            String kafka,
            Map<String, String> clients) {

        /** The address of a service or the portal; the servers have none that people use. */
        Optional<String> service(String name) {
            return name.equals("portal") ? Optional.ofNullable(portal) : Optional.ofNullable(services.get(name));
        }
    }

    StackFolder {
        path = path.toAbsolutePath().normalize();
    }

    Path status() {
        return path.resolve("status.json");
    }

    Path lock() {
        return path.resolve("supervisor.lock");
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    private Path addressesFile() {
        return path.resolve("stack.json");
    }

    Optional<Addresses> addresses() throws IOException {
        return read(addressesFile(), Addresses.class);
    }

    void write(Addresses addresses) throws IOException {
        PrivateFile.write(addressesFile(), JSON.writeValueAsString(addresses));
    }

    Optional<Status> readStatus() throws IOException {
        return read(status(), Status.class);
    }

    void write(Status status) throws IOException {
        PrivateFile.write(status(), JSON.writeValueAsString(status));
    }

    /** The passwords of this stack: made at the first start, and one more whenever a name is new. */
    Map<String, String> secrets(Iterable<String> names) throws IOException {
        Path file = path.resolve("secrets.json");
        var secrets = new TreeMap<String, String>();
        if (Files.exists(file)) {
            JSON.readTree(file.toFile())
                    .properties()
                    .forEach(entry ->
                            secrets.put(entry.getKey(), entry.getValue().asText()));
        }
        Consumer<String> add = name -> secrets.computeIfAbsent(name, _ -> Secrets.next());
        names.forEach(add);
        PrivateFile.write(file, JSON.writeValueAsString(secrets));
        return Map.copyOf(secrets);
    }

    /** The keys that the services sign their audit with: made once, and one more whenever a name is new. */
    Map<String, AuditKey> auditKeys(Iterable<String> names) throws IOException {
        Path file = path.resolve("audit-keys.json");
        var keys = new TreeMap<String, AuditKey>();
        if (Files.exists(file)) {
            keys.putAll(JSON.readValue(file.toFile(), new TypeReference<Map<String, AuditKey>>() {}));
        }
        names.forEach(name -> keys.computeIfAbsent(name, _ -> AuditKey.next()));
        PrivateFile.write(file, JSON.writeValueAsString(keys));
        return Map.copyOf(keys);
    }

    void write(AuditAccess audit) throws IOException {
        PrivateFile.write(path.resolve("audit.json"), JSON.writeValueAsString(audit));
    }

    private static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), type)) : Optional.empty();
    }
}
