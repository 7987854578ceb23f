package cn.mingjian.scoring.sheet;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.scoring.score.Score;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "sheet")
class ScoreSheetEntity {

    /** Points are null for NA. */
    @Embeddable
    record ItemScore(
            @Column(name = "not_applicable") boolean notApplicable,
            BigDecimal points,
            String comment,
            @JdbcTypeCode(SqlTypes.ARRAY) List<String> evidence) {

        static ItemScore of(ScoreSheet.Entry entry) {
            return switch (entry.score()) {
                case Score.Points(var value) ->
                    new ItemScore(false, new BigDecimal(Figures.plain(value)), entry.comment(), entry.evidence());
                case Score.NotApplicable() -> new ItemScore(true, null, entry.comment(), entry.evidence());
            };
        }

        ScoreSheet.Entry toEntry() {
            return new ScoreSheet.Entry(
                    notApplicable ? new Score.NotApplicable() : new Score.Points(Figures.of(points)),
                    comment,
                    List.copyOf(evidence));
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    String evaluator;

    int version;

    int revision;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @ElementCollection
    @CollectionTable(name = "item_score", joinColumns = @JoinColumn(name = "sheet_id"))
    @MapKeyColumn(name = "item")
    Map<String, ItemScore> scores = new HashMap<>();

    static ScoreSheetEntity first(String evaluation, String evaluator) {
        ScoreSheetEntity entity = new ScoreSheetEntity();
        entity.evaluation = evaluation;
        entity.evaluator = evaluator;
        entity.version = 1;
        return entity;
    }

    static ScoreSheetEntity after(ScoreSheetEntity before) {
        ScoreSheetEntity entity = first(before.evaluation, before.evaluator);
        entity.version = before.version + 1;
        entity.revision = before.revision;
        return entity;
    }

    void say(Map<String, ScoreSheet.Entry> entries) {
        revision++;
        scores.keySet().retainAll(entries.keySet());
        entries.forEach((item, entry) -> scores.put(item, ItemScore.of(entry)));
    }

    ScoreSheet toSheet() {
        Map<String, ScoreSheet.Entry> entries = new LinkedHashMap<>();
        scores.forEach((item, score) -> entries.put(item, score.toEntry()));
        return submittedAt == null
                ? new ScoreSheet.Draft(evaluator, version, entries)
                : new ScoreSheet.Submitted(evaluator, version, entries, submittedAt);
    }
}
