package cn.mingjian.scoring.amendment;

import cn.mingjian.scoring.score.Party;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The old and the new figures are in the two versions of the sheet that it stands between. */
@Entity
@Table(name = "amendment")
class AmendmentEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    String evaluator;

    @Enumerated(EnumType.STRING)
    Party party;

    int number;

    @Column(name = "sheet_version")
    int sheetVersion;

    String origin;

    int objection;

    String reason;

    @Column(name = "amended_by")
    String amendedBy;

    @Column(name = "amended_at")
    Instant amendedAt;
}
