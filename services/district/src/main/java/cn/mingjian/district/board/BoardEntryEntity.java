package cn.mingjian.district.board;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Formula;
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

    /** The station's name and town as registered now; null before district knows the station. */
    @Nullable
    @Formula("""
            (select d.content ->> 'name' from document d
              where d.owner = district || '/' || station and d.kind = 'station' order by d.version desc limit 1)""")
    String stationName;

    @Nullable
    @Formula("""
            (select d.content ->> 'town' from document d
              where d.owner = district || '/' || station and d.kind = 'station' order by d.version desc limit 1)""")
    String town;

    @Nullable
    String total;

    @Nullable
    String grade;

    @Nullable
    @Column(name = "issued_at")
    Instant issuedAt;
}
