package cn.mingjian.report.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

@Entity
@Table(name = "edition_file")
@IdClass(EditionFileEntity.Key.class)
class EditionFileEntity {

    @Id
    String evaluation;

    @Id
    String state;

    @Id
    int version;

    @Id
    String name;

    @Column(name = "media_type")
    String mediaType;

    String digest;

    byte[] content;

    record Key(String evaluation, String state, int version, String name) implements Serializable {}

    PrintedFile toFile() {
        return new PrintedFile(name, mediaType, content, digest);
    }
}
