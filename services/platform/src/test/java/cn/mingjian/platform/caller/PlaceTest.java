package cn.mingjian.platform.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "nansha,nansha/dagang,true",
        "nansha,nansha,true",
        "nansha/dagang,nansha/dagang,true",
        "nansha/dagang,nansha,false",
        "nansha/dagang,nansha/dagang2,false",
        "nan,nansha/dagang,false"
    })
    void containsBySegmentNotByPrefix(String outer, String inner, boolean contained) {
        assertThat(Place.parse(outer).contains(Place.parse(inner))).isEqualTo(contained);
    }

    @Test
    void theRealmContainsEveryPlace() {
        assertThat(Place.REALM.contains(Place.parse("nansha/dagang"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nansha/", "/nansha", "Nansha", "a/b/c", "nan sha", "..", "nansha//dagang"})
    void refusesWhatIsNoPlace(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> Place.parse(path));
    }

    @ParameterizedTest
    @CsvSource({
        "/nansha/dagang/operator,operator,nansha/dagang",
        "/nansha/bureau,bureau,nansha",
        "/installer,installer,''"
    })
    void aLeafGroupGivesOneRight(String group, String role, String place) {
        assertThat(Right.ofGroup(group)).contains(new Right(role, Place.parse(place)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "operator", "/", "/a/b/c/operator", "/Nansha/bureau"})
    void anyOtherGroupGivesNone(String group) {
        assertThat(Right.ofGroup(group)).isEmpty();
    }
}
