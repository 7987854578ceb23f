package cn.mingjian.district.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.mingjian.platform.test.EventContract;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class AgreementEventTest {

    @Test
    void tellsOfAnAgreementAsPromised() throws JsonProcessingException {
        EventContract.holds(signed());
    }

    @Test
    void isNamedAsTheTopicsDescriptionNamesIt() throws JsonProcessingException {
        assertThat(signed().type())
                .isEqualTo(EventContract.read("AgreementSigned.schema.json")
                        .get("title")
                        .asText());
    }

    @Test
    void promisesAnAgreementThatThisServiceWouldTake() throws JsonProcessingException {
        AgreementDocument example = signed().document();

        assertThatCode(() -> AgreementCheck.check(example)).doesNotThrowAnyException();
    }

    private static AgreementEvent.AgreementSigned signed() throws JsonProcessingException {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var document = json.treeToValue(EventContract.read("AgreementSigned.example.json"), AgreementDocument.class);
        return new AgreementEvent.AgreementSigned("nansha", "dagang", "dagang-2023", 1, document);
    }
}
