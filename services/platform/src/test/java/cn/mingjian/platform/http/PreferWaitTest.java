package cn.mingjian.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferWaitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=30|30",
                "respond-async, wait=5|5",
                "wait = 7|7",
                "wait=600|60",
                "return=minimal|0",
                "await=3|0"
            })
    void readsSecondsUpToAMinute(String header, long seconds) {
        assertThat(PreferWait.of(header).atMost().toSeconds()).isEqualTo(seconds);
    }

    @Test
    void noHeaderIsNoWait() {
        assertThat(PreferWait.of(null)).isEqualTo(PreferWait.NONE);
    }
}
