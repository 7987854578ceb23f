package cn.mingjian.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.RepeatedTest;

class KafkaServerTest {

    @RepeatedTest(500)
    void aClusterIdIsNeverTakenForAnOption() {
        String id = KafkaServer.clusterId();

        assertTrue(Character.isLetter(id.charAt(0)), id);
        assertEquals(22, id.length());
    }
}
