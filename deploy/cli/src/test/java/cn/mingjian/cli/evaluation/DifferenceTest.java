package cn.mingjian.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"1\"}                ; {\"a\":\"1\",\"version\":3}         ; false",
                "{\"a\":\"55\"}               ; {\"a\":\"55.0\"}                  ; false",
                "{\"a\":3}                    ; {\"a\":\"3\"}                     ; false",
                "{\"a\":null,\"b\":[]}        ; {}                                ; false",
                "[{\"a\":\"x\"},{\"b\":\"y\"}]; [{\"b\":\"y\"},{\"a\":\"x\",\"c\":\"z\"}]; false",
                "[[\"p\",\"q\"]]              ; [[\"q\",\"p\"]]                   ; false",
                "{\"a\":\"1\"}                ; {\"a\":\"2\"}                     ; true",
                "{\"a\":\"1\"}                ; {}                                ; true",
                "{\"a\":[]}                   ; {\"a\":[{\"b\":1}]}               ; true",
                "[{\"a\":\"x\"}]              ; [{\"a\":\"x\"},{\"a\":\"x\"}]     ; true",
                "{\"a\":null}                 ; {\"a\":\"1\"}                     ; true",
                "{\"a\":null}                 ; {\"a\":{\"b\":\"1\"}}               ; true",
                "{\"a\":null}                 ; {\"a\":{}}                        ; false",
                "[{\"i\":[{\"k\":\"1\"}]},{\"i\":[{\"m\":\"2\"}]}]; [{\"i\":[{\"k\":\"1\",\"m\":\"3\"}]},{\"i\":[{\"m\":\"2\"}]}]; true",
            })
    void tellsWhetherTheSameIsMeant(String said, String kept, boolean differs) throws JsonProcessingException {
        JsonNode there = JSON.readTree(kept);

        assertThat(Difference.between(JSON.readTree(said), there)).isEqualTo(differs);
    }
}
