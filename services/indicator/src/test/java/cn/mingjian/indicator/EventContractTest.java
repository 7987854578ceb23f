package cn.mingjian.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.indicator.record.ServiceRecordsReceived;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service says and hears, against contracts/events. */
class EventContractTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "achievement.AchievementService$AchievementComputed",
                "achievement.AchievementService$DiscrepanciesChanged",
                "record.ServiceRecordsCounted"
            })
    void anEventIsWrittenAsItsExampleAndItsSchemaNamesItsFields(String type) throws Exception {
        var event = Class.forName("cn.mingjian.indicator." + type);
        var name = event.getSimpleName();
        var example = read(name + ".example.json");

        JsonNode written = JSON.readTree(JSON.writeValueAsBytes(JSON.treeToValue(example, event)));

        assertThat(written).isEqualTo(example);
        assertThat(read(name + ".schema.json").get("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(() -> written.fieldNames());
    }

    @Test
    void readsTheRecordsThatIntegrationPromises() throws IOException {
        var received = JSON.treeToValue(read("ServiceRecordsReceived.example.json"), ServiceRecordsReceived.class);

        assertThat(received.last()).isTrue();
        assertThat(received.records().getFirst().area()).isEqualTo("A5");
    }

    private static JsonNode read(String file) throws IOException {
        return JSON.readTree(Files.readString(Path.of("../../contracts/events", file)));
    }
}
