package cn.mingjian.scoring.attachment;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.scoring.concern.ConcernService;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Phase;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Who attached what, and who may see it: what a party attaches its author and its lead, the bureau once the round is closed;
 * what bureau and operator attach the panel and the bureau.
 */
@ApplicationScoped
public class AttachmentRegister {

    /** Of a party together, as of everybody else: an archive comes in again by one account of each. */
    private static final int MOST_OF_A_PARTY = 1_000;

    private final Access access;
    private final Attachments attachments;
    private final ConcernService concerns;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    AttachmentRegister(Access access, Attachments attachments, ConcernService concerns, Caller caller) {
        this.access = access;
        this.attachments = attachments;
        this.concerns = concerns;
        this.caller = caller;
    }

    /** An attachment, and whether this call made it one. */
    record Kept(Attachment attachment, boolean isNew) {}

    /** Told before anything of the content is read. */
    @Transactional
    void requirePermitted(String code) {
        writer(access.read(code));
    }

    @Transactional
    Kept add(String code, String digest, String name, FileType type, long bytes) {
        Standing standing = access.change(code);
        Optional<Seat> seat = writer(standing);
        Optional<Attachment> before = attachments.find(code, digest, caller.account());
        if (before.isPresent()) {
            if (!before.get().name().equals(name) || before.get().type() != type) {
                throw AttachmentProblem.ATTACHMENT_DIFFERS.because(
                        "这份文件已登记为 %s", before.get().name());
            }
            return new Kept(before.get(), false);
        }
        requireOpen(standing, seat);
        if (attachments.count(code, seat.map(Seat::party)) >= MOST_OF_A_PARTY) {
            throw AttachmentProblem.TOO_MANY_ATTACHMENTS.because("一方在一次评估中最多上传 %d 份附件", MOST_OF_A_PARTY);
        }
        AttachmentEntity attachment = new AttachmentEntity();
        attachment.evaluation = code;
        attachment.digest = digest;
        attachment.name = name;
        attachment.type = type;
        attachment.bytes = bytes;
        attachment.party = seat.map(Seat::party).orElse(null);
        attachment.attachedBy = caller.account();
        attachment.attachedAt = clock.instant();
        attachments.persist(attachment);
        return new Kept(attachment.toAttachment(), true);
    }

    /** What the caller may see, in the order of attaching. */
    @Transactional
    List<Attachment> readable(String code) {
        Standing standing = access.read(code);
        return readable(standing, attachments.of(code));
    }

    @Transactional
    Attachment readable(String code, String digest) {
        Standing standing = access.read(code);
        return readable(standing, attachments.of(code, digest)).stream()
                .findFirst()
                .orElseThrow(() -> AttachmentProblem.ATTACHMENT_NOT_FOUND.because("没有摘要为 %s 的附件", digest));
    }

    /** Digests of what the caller may see. */
    public List<String> citable(Standing standing) {
        return readable(standing, attachments.of(standing.evaluation().code())).stream()
                .map(Attachment::digest)
                .toList();
    }

    private List<Attachment> readable(Standing standing, List<Attachment> all) {
        standing.requireReader();
        return all.stream()
                .filter(attachment -> isReadable(standing, attachment))
                .toList();
    }

    private boolean isReadable(Standing standing, Attachment attachment) {
        if (attachment.by().equals(caller.account())) {
            return true;
        }
        Optional<Seat> seat = standing.seat().filter(its -> !its.recused());
        if (attachment.party().isEmpty()) {
            return seat.isPresent() || standing.bureau();
        }
        return seat.filter(its -> its.party() == attachment.party().get())
                        .filter(its -> its.pledged() && (attachment.paper() || its.lead() && attachment.submitted()))
                        .isPresent()
                || standing.bureau() && standing.evaluation().phase() instanceof Phase.Closed;
    }

    /** The seat of a member of the panel who may score; empty for bureau and operator. */
    private static Optional<Seat> writer(Standing standing) {
        if (standing.seat().isPresent()) {
            return Optional.of(standing.requireEligible(standing.requireSeat().evaluator()));
        }
        if (!standing.operator()) {
            standing.requireBureau();
        }
        return Optional.empty();
    }

    /** While there is work on sheets; afterwards only what the operator shows of concerns that are not set right yet. */
    private void requireOpen(Standing standing, Optional<Seat> seat) {
        Evaluation evaluation = standing.evaluation();
        boolean submitted =
                seat.filter(its -> evaluation.phase().hasSubmitted(its.party())).isPresent();
        boolean remedies = seat.isEmpty() && standing.operator() && concerns.isAnyOpen(evaluation);
        if (submitted || !evaluation.phase().isOpenForWork() && !remedies) {
            throw evaluation.tooLateOrEarly("上传附件");
        }
    }
}
