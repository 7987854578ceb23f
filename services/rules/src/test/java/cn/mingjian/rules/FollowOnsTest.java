package cn.mingjian.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FollowOnsTest {

    /** A cause explains the effects whose letters it has. */
    private static List<String> unexplained(List<String> causes, String... effects) {
        return FollowOns.unexplained(List.of(effects), causes, String::contains);
    }

    @Test
    void areAsManyAsTheirCausesAtMost() {
        assertThat(unexplained(List.of("a", "a", "b"), "a")).isEmpty();
        assertThat(unexplained(List.of("ab", "ab"), "a", "b")).isEmpty();
        assertThat(unexplained(List.of(), "a")).containsExactly("a");
        assertThat(unexplained(List.of("b"), "a")).containsExactly("a");
    }

    @Test
    void areDoubtfulWhereTheyCompeteForACause() {
        assertThat(unexplained(List.of("ab", "c"), "a", "b", "c")).containsExactly("a", "b");
        assertThat(unexplained(List.of("abc", "c", "c"), "c", "a", "b")).containsExactly("a", "b");
    }

    @Test
    void makeRoomForEachOther() {
        assertThat(unexplained(List.of("ab", "bc", "cd"), "b", "c", "d", "a")).containsExactly("b", "c", "d", "a");
        assertThat(unexplained(List.of("ab", "bc", "cd"), "b", "c", "a")).isEmpty();
        assertThat(unexplained(List.of("ab", "a"), "a", "b")).isEmpty();
    }
}
