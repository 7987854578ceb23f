package cn.mingjian.integration.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** The row of one delivery. */
@Entity
@Table(name = "delivery")
@IdClass(DeliveryEntity.DeliveryId.class)
@NullUnmarked
class DeliveryEntity {
    @Id
    String station;

    @Id
    String key;

    String digest;
    long lines;
    long quarantined;
    Long accepted;
    Long duplicates;
    Long conflicts;

    /** Station and key. */
    record DeliveryId(String station, String key) implements Serializable {}

    void take(String digest, long lines, long quarantined) {
        this.digest = digest;
        this.lines = lines;
        this.quarantined = quarantined;
    }

    void take(Receipt.Counted counted) {
        accepted = counted.accepted();
        duplicates = counted.duplicates();
        conflicts = counted.conflicts();
    }

    Receipt toReceipt() {
        return new Receipt(
                key,
                digest,
                lines,
                quarantined,
                Optional.ofNullable(accepted).map(count -> new Receipt.Counted(count, duplicates, conflicts)));
    }
}
