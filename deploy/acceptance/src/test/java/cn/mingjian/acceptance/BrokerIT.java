package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker lets nobody in without a password, and a service does there what it needs and no more. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class BrokerIT {

    private static final String CHECKPOINTS = "mingjian.audit.checkpoint";

    private final RunningPlatform platform;

    BrokerIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void nobodyComesInWithoutAPassword() throws Exception {
        var known = platform.brokerAs("scoring");
        var without = Map.<String, Object>of("bootstrap.servers", known.get("bootstrap.servers"));
        var wrong = new HashMap<>(known);
        wrong.computeIfPresent(
                "sasl.jaas.config", (_, login) -> login.toString().replaceFirst("password=\".", "password=\"X"));

        assertThatThrownBy(() -> topics(without)).hasRootCauseInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> topics(wrong)).hasRootCauseInstanceOf(SaslAuthenticationException.class);
        assertThat(topics(known)).contains(CHECKPOINTS);
    }

    @ParameterizedTest
    @CsvSource({
        "report, mingjian.scoring.result",
        "scoring, mingjian.report.report",
        "district, mingjian.indicator.achievement",
        "indicator, mingjian.staffing.staffing",
        "staffing, mingjian.scoring.evaluation",
        "integration, mingjian.district.station"
    })
    void aServiceTellsNothingInAnothersName(String service, String topic) throws Exception {
        var settings = new HashMap<>(platform.brokerAs(service));
        settings.put("max.block.ms", 5_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "a key", "no event"))
                            .get())
                    .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mingjian.scoring.evaluation", CHECKPOINTS})
    void whatWasToldIsNotTakenBack(String topic) throws Exception {
        var first = Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(1));
        try (Admin scoring = Admin.create(platform.brokerAs("scoring"))) {
            assertThatThrownBy(() -> scoring.deleteRecords(first).all().get())
                    .hasRootCauseInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> scoring.deleteTopics(List.of(topic)).all().get())
                    .hasRootCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void checkpointsAreKeptForEverWhateverAServiceWants() throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, CHECKPOINTS);
        var soon = new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
        try (Admin scoring = Admin.create(platform.brokerAs("scoring"))) {
            assertThatThrownBy(() -> scoring.incrementalAlterConfigs(Map.of(topic, List.of(soon)))
                            .all()
                            .get())
                    .hasRootCauseInstanceOf(AuthorizationException.class);
            var kept = scoring.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(kept.get("retention.ms").value()).isEqualTo("-1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "report, true",
        "scoring, false",
        "district, false",
        "indicator, false",
        "staffing, false",
        "integration, false",
        "auditor, false"
    })
    void provisionalResultsAreReadByTheReportServiceOnly(String service, boolean reads) throws Exception {
        var settings = new HashMap<>(platform.brokerAs(service));
        settings.put("auto.offset.reset", "earliest");
        var results = new TopicPartition("mingjian.scoring.result", 0);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(results));
            consumer.seekToBeginning(List.of(results));

            if (reads) {
                assertThatCode(() -> consumer.poll(Duration.ofSeconds(5))).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(5)))
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    @Test
    void whoeverChecksTheAuditSeesCheckpointsOnly() throws Exception {
        assertThat(topics(platform.brokerAs("auditor"))).containsExactly(CHECKPOINTS);
    }

    private static Set<String> topics(Map<String, Object> settings) throws Exception {
        var impatient = new HashMap<>(settings);
        impatient.put("default.api.timeout.ms", 5_000);
        impatient.put("request.timeout.ms", 2_000);
        try (Admin kafka = Admin.create(impatient)) {
            return kafka.listTopics().names().get();
        }
    }
}
