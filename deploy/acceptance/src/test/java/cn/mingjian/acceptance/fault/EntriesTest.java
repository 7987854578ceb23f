package cn.mingjian.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntriesTest {
    private static final Entries REFERENCE =
            new Entries(Map.of("scoring.sheet", List.of("a", "b"), "events", List.of()));

    @Test
    void findsNothingInTheSame() {
        assertThat(new Entries(Map.of("scoring.sheet", List.of("a", "b"))).differencesFrom(REFERENCE))
                .isEmpty();
    }

    @Test
    void findsWhatIsLostDoubledOrNew() {
        Entries kept = new Entries(Map.of("scoring.sheet", List.of("a", "a"), "events", List.of("x")));

        assertThat(kept.differencesFrom(REFERENCE))
                .containsExactly("events too much: x", "scoring.sheet lost: b", "scoring.sheet too much: a");
    }

    @Test
    void callsCodesAndAccountsTheSameInEveryRun() {
        Names names = new Names("k1", Map.of("0e8f1c1a-9d0b-4e59-8a3c-1f0a2b3c4d5e", "bureau@nansha-k1"));

        assertThat(names.occurIn("{\"owner\": \"round-244-k1\"}")).isTrue();
        assertThat(names.occurIn("{\"owner\": \"round-244-k11\"}")).isFalse();
        assertThat(names.common(
                        "{\"owner\": \"nansha-k1/st-244-k1\", \"by\": \"0e8f1c1a-9d0b-4e59-8a3c-1f0a2b3c4d5e\"}"))
                .isEqualTo("{\"owner\": \"nansha/st-244\", \"by\": \"bureau@nansha\"}");
    }
}
