package cn.mingjian.scoring.attachment;

import cn.mingjian.scoring.score.Party;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of a round.
 *
 * @param bytes size
 * @param party whose member attached it; empty for what bureau and operator attach
 * @param submitted whether whoever attached it has submitted its sheet, which its lead sees from then on
 * @param paper whether it shows a sheet on paper, which the party may compare
 * @param by account
 */
record Attachment(
        String digest,
        String name,
        FileType type,
        long bytes,
        Optional<Party> party,
        boolean submitted,
        boolean paper,
        String by,
        Instant at) {}
