package cn.mingjian.contracts.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsyncApiBreaksTest {

    private static final String BEFORE = """
        asyncapi: 3.0.0
        channels:
          scoring.result:
            address: mingjian.scoring.result
            messages:
              ResultDetermined: {$ref: '#/components/messages/scoring.ResultDetermined'}
        operations:
          scoring.sends.scoring.result: {action: send, channel: {$ref: '#/channels/scoring.result'}}
          report.receives.scoring.result: {action: receive, channel: {$ref: '#/channels/scoring.result'}}
        components:
          messages:
            scoring.ResultDetermined: {name: cn.mingjian.scoring.ResultDetermined.v1, x-key: [evaluation]}
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        '  scoring.result:'         | '  scoring.results:'       | scoring.result was taken away
        'mingjian.scoring.result'   | 'mingjian.scoring.results' | 'scoring.result: address was "mingjian.scoring.result" and is "mingjian.scoring.results"'
        '      ResultDetermined:'   | '      ResultMade:'        | scoring.result/ResultDetermined was taken away
        'x-key: [evaluation]'       | 'x-key: [station]'         | 'scoring.result/ResultDetermined: x-key was ["evaluation"] and is ["station"]'
        'scoring.sends.scoring.re'  | 'report.sends.scoring.re'  | scoring.sends.scoring.result was taken away
        """)
    void findsWhatReadersLose(String agreed, String given, String found) {
        assertThat(AsyncApiBreaks.between(BEFORE, BEFORE.replace(agreed, given)))
                .containsExactly(found);
    }

    @Test
    void letsReadersComeAndGoAndTheDocumentGrow() {
        String grown = BEFORE.replace("report.receives", "district.receives")
                .replace("channels:\n", "channels:\n  scoring.more: {address: mingjian.scoring.more, messages: {}}\n");

        assertThat(AsyncApiBreaks.between(BEFORE, grown)).isEmpty();
    }
}
