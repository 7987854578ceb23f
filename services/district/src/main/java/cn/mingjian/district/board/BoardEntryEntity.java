package cn.mingjian.district.board;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "board_entry")
class BoardEntryEntity {
    @Id
    String evaluation = "";

    String district = "";
    String station = "";
    String title = "";
    String stage = "";
    String phase = "PREPARING";

    @Nullable
    String total;

    @Nullable
    String grade;

    @Nullable
    @Column(name = "issued_at")
    Instant issuedAt;
}
