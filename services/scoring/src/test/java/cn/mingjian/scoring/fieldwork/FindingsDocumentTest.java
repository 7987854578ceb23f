package cn.mingjian.scoring.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.mingjian.scoring.Refused;
import cn.mingjian.scoring.evaluation.Agreements;
import cn.mingjian.scoring.score.Party;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsDocumentTest {

    private static final Agreements.Codes CODES = new Agreements.Codes(Set.of("A1", "A2"), Set.of());

    @ParameterizedTest
    @CsvSource({
        "THIRD_PARTY,        PROJECT_MANAGEMENT, true",
        "THIRD_PARTY,        SERVICE_OUTCOMES,   true",
        "THIRD_PARTY,        PURCHASER,          false",
        "SUPERVISORY_CENTER, SUPERVISORY_CENTER, true",
        "PURCHASER,          PURCHASER,          true",
        "PURCHASER,          SUPERVISOR,         false",
        "SUPERVISOR,         SERVICE_MONITORING, false",
    })
    void aPartyWritesOnlyItsOwnChapters(Party author, String chapter, boolean own) {
        FindingsDocument findings = findings(chapter, List.of());

        if (own) {
            assertThatCode(() -> findings.check(author, CODES)).doesNotThrowAnyException();
        } else {
            assertThat(Refused.by(() -> findings.check(author, CODES)))
                    .containsExactly("chapter-of-other-party /findings/0/chapter");
        }
    }

    @Test
    void areasAreThoseOfTheAgreement() {
        FindingsDocument findings = findings("SERVICE_DELIVERY", List.of("A1", "A9"));

        assertThat(Refused.by(() -> findings.check(Party.THIRD_PARTY, CODES)))
                .containsExactly("area-unknown /findings/0/areas/1");
    }

    private static FindingsDocument findings(String chapter, List<String> areas) {
        return new FindingsDocument(List.of(new FindingsDocument.Finding(chapter, "CONCERN", "标题", "内容", areas)));
    }
}
