package cn.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KafkaServerTest {

    @Test
    void aClusterIdIsNeverTakenForAnOption() {
        assertThat(Stream.generate(KafkaServer::clusterId).limit(500))
                .allMatch(id -> id.matches("[A-Za-z][A-Za-z0-9_-]{21}"));
    }
}
