package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.staffing.figure.EvidenceWindow;
import cn.mingjian.staffing.figure.RetentionFormula;
import cn.mingjian.staffing.figure.StaffingPolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "evaluation")
@NullUnmarked
class EvaluationEntity {

    @Id
    private String code;

    private String station;

    private String agreement;

    @Column(name = "agreement_version")
    private int agreementVersion;

    @Column(name = "evidence_from")
    private LocalDate evidenceFrom;

    @Column(name = "evidence_to")
    private LocalDate evidenceTo;

    @Column(name = "experienced_years")
    private int experiencedYears;

    @Column(name = "half_month_after_day")
    private int halfMonthAfterDay;

    @Enumerated(EnumType.STRING)
    private RetentionFormula retention;

    @Column(name = "frozen_version")
    private Integer frozenVersion;

    protected EvaluationEntity() {}

    static EvaluationEntity of(String code) {
        var entity = new EvaluationEntity();
        entity.code = code;
        return entity;
    }

    void set(AgreementKey key, EvidenceWindow window, StaffingPolicy policy) {
        station = key.station();
        agreement = key.code();
        agreementVersion = key.version();
        evidenceFrom = window.from();
        evidenceTo = window.to();
        experiencedYears = policy.experiencedYears();
        halfMonthAfterDay = policy.halfMonthAfterDay();
        retention = policy.retention();
    }

    void freeze(int version) {
        frozenVersion = version;
    }

    AgreementKey agreementKey() {
        return new AgreementKey(station, agreement, agreementVersion);
    }

    Evaluation toEvaluation(Agreement pinned) {
        return new Evaluation(
                code,
                Place.parse(station),
                pinned,
                new EvidenceWindow(evidenceFrom, evidenceTo),
                new StaffingPolicy(experiencedYears, halfMonthAfterDay, retention),
                frozenVersion == null ? OptionalInt.empty() : OptionalInt.of(frozenVersion));
    }
}
