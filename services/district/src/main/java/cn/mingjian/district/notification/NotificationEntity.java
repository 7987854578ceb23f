package cn.mingjian.district.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "notification")
@NullUnmarked
class NotificationEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Enumerated(EnumType.STRING)
    NotificationKind kind;

    String evaluation;

    String place;

    /** To whom; null when it is for a role. */
    String account;

    /** Of whom at the place; null when it is for an account. */
    String role;

    /** Not for those who are or were on the panel themselves. */
    boolean uninvolved;

    String sentence;

    Instant at;

    /** When mail was written to everybody who wants it; from the beginning where the installation sends none. */
    @Column(name = "spread_at")
    Instant spreadAt;
}
