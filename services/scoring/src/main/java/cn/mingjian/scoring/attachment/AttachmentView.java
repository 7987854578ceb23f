package cn.mingjian.scoring.attachment;

import cn.mingjian.scoring.score.Party;
import java.time.Instant;

/**
 * A file as it is listed.
 *
 * @param digest SHA-256 of the content, in small hexadecimal letters; what a sheet cites as {@code attachment:DIGEST}
 * @param bytes size
 * @param party who attached it, when it was one of the four; null for bureau and operator
 */
public record AttachmentView(
        String digest, String name, String mediaType, long bytes, String party, Instant attachedAt) {

    static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.digest(),
                attachment.name(),
                attachment.type().mediaType(),
                attachment.bytes(),
                attachment.party().map(Party::name).orElse(null),
                attachment.at());
    }
}
