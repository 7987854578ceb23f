package cn.mingjian.scoring;

import static cn.mingjian.scoring.TestRound.token;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Tokens;
import cn.mingjian.scoring.Walk.Answer;
import cn.mingjian.scoring.Walk.Ask;
import cn.mingjian.scoring.World.Deed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The same round three times: in one world the hidden parties are generous, in another harsh, in the third idle. Everybody
 * else asks everything that can be asked and tries everything that can be changed; until all four have submitted, and
 * for ever when the round is cancelled, no answer may differ from world to world in status, headers or body.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TwoWorldsIT {

    private static final int READERS = 4;

    private final Map<Deed, World> worlds = new EnumMap<>(Map.of(
            Deed.GENEROUS, new World("blind-generous", Deed.GENEROUS),
            Deed.HARSH, new World("blind-hostile", Deed.HARSH),
            Deed.IDLE, new World("blind-idle", Deed.IDLE)));

    @Test
    void nobodyCanTellWhatTheOtherPartiesDidBeforeAllHaveSubmitted() throws Exception {
        everywhere(World::prepare);
        tellsNothing("while preparing", Walk::reading, READERS);

        everywhere(World::begin);
        tellsNothing("while others fill in their sheets", Walk::reading, READERS);

        everywhere(World::hiddenSubmit);
        tellsNothing("when two parties may have submitted", Walk::reading, READERS);

        everywhere(World::thirdPartySubmits);
        tellsNothing("when only one party is missing", Walk::reading, READERS);
        tellsNothing("to whoever tries to change something", Walk::changing, 1);

        everywhere(World::cancel);
        tellsNothing("when the round is cancelled", Walk::reading, READERS);
    }

    /**
     * Everybody outside of the hidden parties, by name; the bureau knows who has submitted, so it is asked apart. Each signs in when
     * its turn comes: all the asking together lasts longer than a token.
     */
    private static Map<String, Supplier<String>> strangers() {
        Map<String, Supplier<String>> tokens = new TreeMap<>();
        for (String evaluator : List.of("tp-1", "tp-2", "tp-6", "sv-1", "sv-2")) {
            tokens.put(evaluator, () -> token(evaluator));
        }
        for (String role : List.of("operator", "purchaser", "third-party")) {
            tokens.put(role, () -> Tokens.of(role, TestRound.STATION));
        }
        tokens.put("platform", () -> Tokens.of("platform", "nansha"));
        tokens.put("report", () -> Tokens.service("report"));
        return tokens;
    }

    /** @param atOnce how many strangers ask at the same time: those who only read do not come in each other's way */
    private void tellsNothing(String when, Function<Walk, List<Ask>> what, int atOnce) throws Exception {
        try (var people = Executors.newFixedThreadPool(atOnce)) {
            List<Callable<Void>> asking = new ArrayList<>();
            strangers()
                    .forEach((who, token) -> asking.add(() -> {
                        var seen = answers(what, token.get());
                        assertSame(when, who, seen.get(Deed.GENEROUS), seen.get(Deed.HARSH));
                        assertSame(when, who, seen.get(Deed.GENEROUS), seen.get(Deed.IDLE));
                        return null;
                    }));
            for (Future<Void> asked : people.invokeAll(asking)) {
                asked.get();
            }
        }
        // The bureau may end the round, and its asking must not.
        var seen = answers(
                what.andThen(asks -> asks.stream()
                        .filter(ask -> !ask.template().endsWith("/cancellation"))
                        .toList()),
                Tokens.of("bureau", "nansha"));
        assertSame(when, "bureau", seen.get(Deed.GENEROUS), seen.get(Deed.HARSH));
    }

    private static void assertSame(String when, String who, Map<String, Answer> one, Map<String, Answer> other) {
        assertThat(one).as("asks").isNotEmpty();
        Map<String, Object> differing = new TreeMap<>();
        one.forEach((ask, answer) -> {
            if (!answer.equals(other.get(ask))) {
                differing.put(ask, List.of(answer, other.get(ask)));
            }
        });
        assertThat(differing).as("what %s can tell %s", who, when).isEmpty();
        assertThat(one.keySet()).isEqualTo(other.keySet());
    }

    private Map<Deed, Map<String, Answer>> answers(Function<Walk, List<Ask>> what, String token) throws Exception {
        Map<Deed, Future<Map<String, Answer>>> asked = new EnumMap<>(Deed.class);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            worlds.forEach((deed, world) -> asked.put(deed, people.submit(() -> {
                Walk walk = new Walk(world.code());
                return walk.asked(what.apply(walk), token);
            })));
        }
        Map<Deed, Map<String, Answer>> answers = new EnumMap<>(Deed.class);
        for (var each : asked.entrySet()) {
            answers.put(each.getKey(), each.getValue().get());
        }
        return answers;
    }

    private void everywhere(Consumer<World> step) {
        worlds.values().forEach(step);
    }
}
