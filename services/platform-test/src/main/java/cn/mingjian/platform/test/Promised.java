package cn.mingjian.platform.test;

import cn.mingjian.contracts.event.EventContracts;
import java.nio.file.Path;

/** The events as contracts/ promises them, read by tests that run in the folder of a service. */
final class Promised {

    static final EventContracts EVENTS = EventContracts.in(Path.of("../../contracts"));

    private Promised() {}
}
