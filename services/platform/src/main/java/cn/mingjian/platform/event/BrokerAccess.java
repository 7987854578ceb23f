package cn.mingjian.platform.event;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this service comes in at Kafka: addresses, its name and password, whose certificates it believes. */
@Singleton
class BrokerAccess {

    private final Map<String, Object> settings = new HashMap<>();

    /**
     * @param protocol SASL_SSL, SASL_PLAINTEXT or, where the network is the only fence, PLAINTEXT
     * @param mechanism PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512
     * @param certificates a PEM file, where those of the Java platform are not the ones
     */
    BrokerAccess(
            @ConfigProperty(name = "mingjian.kafka.servers") String servers,
            @ConfigProperty(name = "mingjian.kafka.security-protocol") String protocol,
            @ConfigProperty(name = "mingjian.kafka.sasl-mechanism") String mechanism,
            @ConfigProperty(name = "mingjian.kafka.user") Optional<String> user,
            @ConfigProperty(name = "mingjian.kafka.password") Optional<String> password,
            @ConfigProperty(name = "mingjian.kafka.certificates") Optional<String> certificates) {
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
        if (protocol.startsWith("SASL")) {
            var module = mechanism.equals("PLAIN") ? PlainLoginModule.class : ScramLoginModule.class;
            settings.put(SaslConfigs.SASL_MECHANISM, mechanism);
            settings.put(
                    SaslConfigs.SASL_JAAS_CONFIG,
                    "%s required username=%s password=%s;"
                            .formatted(module.getName(), quoted(user.orElse("")), quoted(password.orElse(""))));
        }
        certificates.ifPresent(file -> {
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            settings.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, file);
        });
    }

    /** As Kafka's clients take them. */
    Map<String, Object> settings() {
        return Map.copyOf(settings);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
