package cn.mingjian.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "40P01", "53300"})
    void isBehindALostConnectionAndARolledBackTransaction(String state) {
        SQLException failure = new SQLException("gone", state);

        assertThat(Outage.isBehind(new IllegalStateException("not stored", failure)))
                .isTrue();
    }

    @Test
    void isBehindAPoolThatHasNoConnectionToGive() {
        assertThat(Outage.isBehind(new RuntimeException(new SQLException("acquisition timeout"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01"})
    void isNotBehindWhatWouldFailAgain(String state) {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("no", state))))
                .isFalse();
        assertThat(Outage.isBehind(new IllegalStateException("a bug"))).isFalse();
    }
}
