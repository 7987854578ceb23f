package cn.mingjian.indicator.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.indicator.achievement.AchievementDocument.Inputs;
import cn.mingjian.indicator.completion.Achievement;
import cn.mingjian.indicator.completion.EvidenceWindow;
import cn.mingjian.indicator.completion.RecordedTotals;
import cn.mingjian.indicator.completion.RecordedTotals.Total;
import cn.mingjian.indicator.completion.ReviewBacklog;
import cn.mingjian.indicator.record.ServiceRecord;
import cn.mingjian.indicator.record.ServiceRecord.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DagangAchievementTest {
    private static final EvidenceWindow WINDOW =
            new EvidenceWindow(LocalDate.parse("2023-08-01"), LocalDate.parse("2024-05-31"));
    private static final ReviewBacklog BACKLOG = new ReviewBacklog(LocalDate.parse("2024-06-27"), 14);

    @Test
    void yieldsWhatTheReferenceExpects() {
        var records = Dagang.records();
        var totals = new RecordedTotals(records.stream()
                .filter(record -> record.status() == Status.APPROVED)
                .filter(record -> !record.occurredOn().isBefore(WINDOW.from())
                        && !record.occurredOn().isAfter(WINDOW.to()))
                .map(DagangAchievementTest::total)
                .toList());
        var backlog = records.stream()
                .filter(record -> record.status() == Status.SUBMITTED && BACKLOG.counts(record.submittedAt()))
                .count();

        var achievement = Achievement.of(
                Dagang.agreement().catalogue(), Dagang.declared().figuresByRow(), Optional.of(totals), WINDOW);

        JsonNode printed = new ObjectMapper()
                .valueToTree(AchievementDocument.of(
                        achievement, backlog, List.of(), new Inputs(1, 1, null, totals.records())));
        var expected = Dagang.expected();
        assertThat(withoutExact(printed)).containsExactlyInAnyOrderElementsOf(expected.get("indicators"));
        assertThat(printed.get("indicatorsExceeded").asInt()).isEqualTo(16);
        assertThat(printed.get("reviewBacklog").asInt()).isEqualTo(37);
        assertThat(printed.get("discrepancies")).containsExactlyInAnyOrderElementsOf(withoutClaims(expected));
    }

    /** The printed figures alone, as result.json has them. */
    static List<JsonNode> withoutExact(JsonNode achievement) {
        return StreamSupport.stream(achievement.get("indicators").spliterator(), false)
                .map(row -> ((ObjectNode) row.deepCopy()).without(List.of("exactCompleted", "exactRate")))
                .map(JsonNode.class::cast)
                .toList();
    }

    /** Claims belong to the report. */
    static List<JsonNode> withoutClaims(JsonNode expected) {
        return StreamSupport.stream(expected.get("discrepancies").spliterator(), false)
                .filter(found -> !found.get("rule").asText().equals("CLAIM_VS_COMPUTED"))
                .toList();
    }

    private static Total total(ServiceRecord record) {
        return new Total(
                record.type(),
                Optional.ofNullable(record.area()).orElse(""),
                YearMonth.from(record.occurredOn()),
                1,
                Optional.ofNullable(record.attendance()).orElse(0L));
    }
}
