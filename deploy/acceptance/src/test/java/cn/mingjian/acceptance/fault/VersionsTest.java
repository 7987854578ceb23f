package cn.mingjian.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final Entries THREE = run(
            List.of(document(1), document(2), document(3)), List.of(figures(1, 0), figures(2, 0), figures(3, 5)), 3);

    @Test
    void passesOverWhatWasOnTheWay() {
        Entries two = run(List.of(document(1), document(2)), List.of(figures(1, 2), figures(2, 5)), 2);

        assertThat(two.differencesFrom(THREE)).isEmpty();
    }

    @Test
    void findsOtherFiguresOfTheLastVersion() {
        Entries two = run(List.of(document(1), document(2)), List.of(figures(1, 5), figures(2, 4)), 2);

        assertThat(two.differencesFrom(THREE)).hasSize(2).allSatisfy(difference -> assertThat(difference)
                .startsWith("district.board_achievement"));
    }

    @Test
    void findsABoardThatHoldsAnotherVersionThanTheFrozenOne() {
        Entries two = run(List.of(document(1), document(2)), List.of(figures(1, 2), figures(2, 5)), 1);

        assertThat(two.differencesFrom(THREE)).hasSize(2).allSatisfy(difference -> assertThat(difference)
                .startsWith("district.board_entry"));
    }

    private static Entries run(List<String> documents, List<String> figures, int frozen) {
        return Versions.of(Map.of(
                        "indicator.document", documents,
                        "district.board_achievement", figures,
                        "district.board_entry", List.of("{\"achievement_version\": " + frozen + "}")))
                .projected();
    }

    private static String document(int version) {
        return "{\"kind\":\"achievement\",\"version\":" + version + ",\"content\":{\"indicators\":[]}}";
    }

    private static String figures(int version, int indicators) {
        return "{\"evaluation\":\"r\",\"version\":" + version + ",\"indicators\":" + indicators + "}";
    }
}
