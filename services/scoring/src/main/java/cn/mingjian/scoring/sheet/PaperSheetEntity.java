package cn.mingjian.scoring.sheet;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

@Entity
@Table(name = "paper_sheet")
class PaperSheetEntity {

    @Embeddable
    record Key(String evaluation, String evaluator) {}

    @EmbeddedId
    Key key;

    @Column(name = "occurred_on")
    LocalDate occurredOn;

    String scan;

    @Column(name = "entered_by")
    String enteredBy;

    @Column(name = "entered_at")
    Instant enteredAt;

    @Column(name = "confirmed_by")
    String confirmedBy;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    static PaperSheetEntity of(Key key) {
        PaperSheetEntity entity = new PaperSheetEntity();
        entity.key = key;
        return entity;
    }
}
