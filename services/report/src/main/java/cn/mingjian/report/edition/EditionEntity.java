package cn.mingjian.report.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

@Entity
@Table(name = "edition")
@IdClass(EditionEntity.Key.class)
class EditionEntity {

    @Id
    String evaluation;

    @Id
    String state;

    @Id
    int version;

    @Column(name = "rendered_at")
    Instant renderedAt;

    @Column(name = "verification_hash")
    String verificationHash;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "issued_by")
    String issuedBy;

    record Key(String evaluation, String state, int version) implements Serializable {}
}
