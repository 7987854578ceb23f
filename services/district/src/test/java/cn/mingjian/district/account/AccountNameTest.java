package cn.mingjian.district.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.mingjian.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {

    @ParameterizedTest(name = "{0} made by {1}: {2}")
    @CsvSource({
        "dagang-2023-final.tp-1,  nansha, true",
        "DAGANG-2023-FINAL.TP_1,  nansha, true",
        "operator@dagang.nansha,  nansha, true",
        "archive@nansha,          nansha, true",
        "operator@dagang.nansha,  panyu,  false",
        "operator@nansha.panyu,   nansha, false",
        "bureau@nansha,           nansha, false",
        "bureau@panyu,            nansha, false",
    })
    void aBureauMakesEvaluatorsAndOfficesOfItsDistrictOnly(String name, String district, boolean may) {
        assertThat(AccountName.parse(name).mayBeMadeBy(district)).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "operator",
                "service-account-installer",
                "service-account-service-district",
                "评估.评委",
                "a.b c",
                "a.b/../c",
                "a@b@c",
                "@nansha",
                "a.",
                ".a",
                "a@b.c.d",
                "a.b\nc"
            })
    void refusesWhatIsNoPersonsName(String name) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> AccountName.parse(name));
    }
}
