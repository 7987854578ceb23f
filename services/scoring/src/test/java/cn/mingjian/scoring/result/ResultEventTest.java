package cn.mingjian.scoring.result;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.test.EventContract;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvidenceSnapshot;
import cn.mingjian.scoring.evaluation.Opening;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.panel.Member;
import cn.mingjian.scoring.panel.Recusal;
import cn.mingjian.scoring.score.DagangRound;
import cn.mingjian.scoring.score.Party;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultEventTest {

    private static final ResultDocument RESULT = new ResultDocument(
            ResultDocument.FINAL,
            List.of(new ResultDocument.PartyResult(
                    "THIRD_PARTY",
                    "55",
                    "82.67",
                    "45.47",
                    List.of(new ResultDocument.CategoryResult("TP1", "专业能力", "16.50", "20")))),
            "84.75",
            "良好",
            new ResultDocument.Citations(12, 4, 1, null, 1, List.of(), List.of(), List.of()));

    @Test
    void tellsWhoseScoresCountFromWhoDidNotTakePartToTheEnd() throws JsonProcessingException {
        Optional<LocalDate> pledged = Optional.of(LocalDate.of(2024, 6, 20));
        Member lead = member("0b7f3a52-6d0c-4a8e-9a53-2f1f6f1f7c11", pledged, Optional.empty());
        Member unpledged = member("9c1e4b7a-2f3d-4e5f-8a6b-7c8d9e0f1a2b", Optional.empty(), Optional.empty());
        Member recused =
                member("5d2c1f0e-8b7a-4c69-9e58-3a4b5c6d7e8f", pledged, Optional.of(new Recusal.Upheld("曾任顾问", "属实")));

        var determined = ResultEvent.ResultDetermined.of(evaluation("PARTIES"), 1, List.of(lead, unpledged, recused));

        assertThat(determined.panel()).extracting(ResultEvent.Seated::account).containsExactly(lead.account());
        assertThat(determined.recused()).containsExactly(unpledged.account(), recused.account());
        EventContract.holds(ResultEvent.ResultDetermined.of(evaluation("PARTIES"), 1, List.of(lead, recused)));
    }

    @Test
    void theOperatorReadsNothingBelowAPartysLine() {
        var published = ResultView.published(
                new Stored<>("round", "result", 2, RESULT, "bureau", Instant.EPOCH, true), Opening.Publish.PARTIES);

        assertThat(published.parties())
                .containsExactly(new ResultDocument.PartyResult("THIRD_PARTY", "55", "82.67", "45.47", null));
    }

    @Test
    void tellsOfAFinalResultAsPromised() throws JsonProcessingException {
        EventContract.holds(ResultEvent.ResultFinalised.of(evaluation("PARTIES"), 2, RESULT));
    }

    @ParameterizedTest
    @CsvSource({"GRADE, false, false", "TOTAL, true, false", "PARTIES, true, true"})
    void tellsNoMoreThanThePolicyPublishes(String publish, boolean total, boolean parties)
            throws JsonProcessingException {
        ResultEvent.ResultFinalised event = ResultEvent.ResultFinalised.of(evaluation(publish), 2, RESULT);

        assertThat(event.grade()).isEqualTo("良好");
        assertThat(event.total() != null).isEqualTo(total);
        assertThat(event.parties() != null).isEqualTo(parties);
    }

    private static Member member(String account, Optional<LocalDate> pledgedOn, Optional<Recusal> recusal) {
        return new Member(
                "tp-1",
                account,
                Party.THIRD_PARTY,
                "评委甲",
                true,
                pledgedOn,
                recusal,
                Optional.empty(),
                Optional.empty());
    }

    private static Evaluation evaluation(String publish) throws JsonProcessingException {
        ObjectNode document = DagangRound.json("opening.json").deepCopy();
        document.withObject("/policy").put("publish", publish);
        return new Evaluation(
                "dagang-2023-final",
                new ObjectMapper().treeToValue(document, Opening.class),
                new Phase.Closed(new EvidenceSnapshot(12, 4, 1, Optional.empty())),
                Optional.of(12),
                Optional.of(4),
                Optional.of(2));
    }
}
