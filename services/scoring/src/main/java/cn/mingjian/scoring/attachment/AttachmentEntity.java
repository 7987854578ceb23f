package cn.mingjian.scoring.attachment;

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
import java.util.Optional;
import org.hibernate.annotations.Formula;

@Entity
@Table(name = "attachment")
class AttachmentEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    String digest;

    String name;

    @Enumerated(EnumType.STRING)
    FileType type;

    long bytes;

    /** Null for what bureau and operator attach. */
    @Enumerated(EnumType.STRING)
    Party party;

    @Column(name = "attached_by")
    String attachedBy;

    @Column(name = "attached_at")
    Instant attachedAt;

    @Formula("""
            exists (select from sheet s join panel_member m on m.evaluation = s.evaluation and m.evaluator = s.evaluator
                     where s.evaluation = evaluation and m.account = attached_by and s.submitted_at is not null)""")
    boolean submitted;

    @Formula("exists (select from paper_sheet p where p.evaluation = evaluation and p.scan = digest)")
    boolean paper;

    Attachment toAttachment() {
        return new Attachment(
                digest, name, type, bytes, Optional.ofNullable(party), submitted, paper, attachedBy, attachedAt);
    }
}
