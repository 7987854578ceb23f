package cn.mingjian.stack;

import java.io.IOException;
import java.util.stream.IntStream;

/**
 * The hundred ports of one stack, so that a second one beside it simply takes the next hundred. Below the range from
 * which the system hands out ports to clients, so that they are still free after a pause.
 */
record Block(int base) {

    private static final int FIRST = 18_080;
    private static final int STEP = 100;
    private static final int BLOCKS = 40;

    private static final int MANAGEMENT = 10;
    private static final int POSTGRES = 20;
    private static final int KAFKA = 21;
    private static final int CONTROLLER = 22;
    private static final int USED = 23;

    /** The block used last when it is still free, else the first that is. */
    static Block free(int last) throws IOException {
        return IntStream.concat(IntStream.of(last), IntStream.range(0, BLOCKS).map(index -> FIRST + index * STEP))
                .filter(base -> base > 0)
                .mapToObj(Block::new)
                .filter(Block::isFree)
                .findFirst()
                .orElseThrow(() -> new IOException("no free block of ports from " + FIRST + " on"));
    }

    int keycloak() {
        return base;
    }

    int keycloakManagement() {
        return base + MANAGEMENT;
    }

    int service(Service.Kind kind) {
        return base + 1 + kind.ordinal();
    }

    int serviceManagement(Service.Kind kind) {
        return base + MANAGEMENT + 1 + kind.ordinal();
    }

    int postgres() {
        return base + POSTGRES;
    }

    int kafka() {
        return base + KAFKA;
    }

    int kafkaController() {
        return base + CONTROLLER;
    }

    private boolean isFree() {
        return IntStream.range(base, base + USED).allMatch(Ports::isFree);
    }
}
