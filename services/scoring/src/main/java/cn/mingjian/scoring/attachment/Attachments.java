package cn.mingjian.scoring.attachment;

import cn.mingjian.scoring.score.Party;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The store of who attached what. */
@ApplicationScoped
class Attachments implements PanacheRepository<AttachmentEntity> {

    List<Attachment> of(String evaluation) {
        return list("evaluation = ?1 order by id", evaluation).stream()
                .map(AttachmentEntity::toAttachment)
                .toList();
    }

    /** As many as attached it. */
    List<Attachment> of(String evaluation, String digest) {
        return list("evaluation = ?1 and digest = ?2 order by id", evaluation, digest).stream()
                .map(AttachmentEntity::toAttachment)
                .toList();
    }

    Optional<Attachment> find(String evaluation, String digest, String account) {
        return find("evaluation = ?1 and digest = ?2 and attachedBy = ?3", evaluation, digest, account)
                .firstResultOptional()
                .map(AttachmentEntity::toAttachment);
    }

    /** @param party empty for bureau and operator */
    long count(String evaluation, Optional<Party> party) {
        return party.map(its -> count("evaluation = ?1 and party = ?2", evaluation, its))
                .orElseGet(() -> count("evaluation = ?1 and party is null", evaluation));
    }
}
