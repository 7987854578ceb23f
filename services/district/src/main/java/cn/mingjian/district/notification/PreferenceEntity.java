package cn.mingjian.district.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "notification_preference")
@NullUnmarked
class PreferenceEntity {
    @Id
    String account;

    /** Null for no mail at all. */
    String email;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> muted;
}
