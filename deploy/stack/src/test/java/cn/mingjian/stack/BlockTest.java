package cn.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class BlockTest {

    @Test
    void takesTheNextHundredWhenOnePortIsTaken() throws IOException {
        Block first = Block.free(0);
        try (var _ = new ServerSocket(first.kafka(), 1, InetAddress.getLoopbackAddress())) {

            Block second = Block.free(first.base());

            assertThat(second.base()).isNotEqualTo(first.base());
        }
    }

    @Test
    void returnsToTheBlockUsedLast() throws IOException {
        Block far = Block.free(21_080);

        assertThat(far).isEqualTo(new Block(21_080));
    }

    @Test
    void givesEveryProcessPortsOfItsOwn() {
        var block = new Block(18_080);
        var ports = new java.util.ArrayList<>(java.util.List.of(
                block.keycloak(),
                block.keycloakManagement(),
                block.postgres(),
                block.kafka(),
                block.kafkaController()));
        for (var kind : Service.Kind.values()) {
            ports.add(block.service(kind));
            ports.add(block.serviceManagement(kind));
        }

        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 18_080 && port < 18_180);
    }
}
