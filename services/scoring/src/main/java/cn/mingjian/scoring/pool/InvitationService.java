package cn.mingjian.scoring.pool;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.event.Outbox;
import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks people of the pool to evaluate, and takes their answer. Whom the bureau then names is the panel's matter. */
@ApplicationScoped
class InvitationService {

    private final Access access;
    private final Invitations invitations;
    private final Profiles profiles;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    InvitationService(Access access, Invitations invitations, Profiles profiles, Outbox outbox, Caller caller) {
        this.access = access;
        this.invitations = invitations;
        this.profiles = profiles;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** An invitation as its reader sees it, and whether this call changed it. */
    record Changed<I>(I invitation, boolean isNew) {}

    /** Who has not answered yet may be asked anew, for another party or in other words. */
    @Transactional
    Changed<Invitation> invite(String code, String evaluator, String partyName, String message) {
        Standing standing = access.change(code);
        standing.requireBureau();
        Evaluation evaluation = standing.evaluation();
        Fields fields = new Fields();
        Optional<Party> party = fields.oneOf(Party.class, "/party", partyName);
        if (message != null) {
            fields.text("/message", message);
        }
        fields.refuse();
        Optional<InvitationEntity> before = invitations.of(code, evaluator);
        if (before.filter(known -> known.party == party.get() && Objects.equals(known.message, message))
                .isPresent()) {
            return new Changed<>(before.get().toInvitation(), false);
        }
        if (before.filter(known -> known.answer != null).isPresent()) {
            throw PoolProblem.INVITED.because("已邀请评委 %s，对方已答复", evaluator);
        }
        Optional<ProfileEntity> profile = profiles.findByIdOptional(
                new ProfileEntity.Key(evaluation.place().district(), evaluator));
        whyNot(evaluator, profile).ifPresent(why -> fields.wrong(PoolProblem.NOT_IN_POOL, "/evaluator", why));
        fields.refuse();
        requireOpen(evaluation, "邀请评委");
        String account = profile.get().account;
        InvitationEntity.Key key = new InvitationEntity.Key(code, evaluator);
        if (invitations.of(code).stream().anyMatch(each -> each.account.equals(account) && !each.key.equals(key))) {
            throw PoolProblem.INVITED.because("评委 %s 的账号已受邀", evaluator);
        }
        InvitationEntity invitation = before.orElseGet(InvitationEntity::new);
        invitation.key = key;
        invitation.account = account;
        invitation.party = party.get();
        invitation.message = message;
        invitation.invitedBy = caller.account();
        invitation.invitedAt = clock.instant();
        invitations.persistAndFlush(invitation);
        InvitationEvent event = new InvitationEvent.EvaluatorInvited(code, invitation.account, party.get());
        outbox.append(InvitationEvent.TOPIC, code, event.type(), event);
        return new Changed<>(invitation.toInvitation(), true);
    }

    @Transactional
    List<Invitation> list(String code) {
        access.read(code).requireBureau();
        return invitations.of(code).stream().map(InvitationEntity::toInvitation).toList();
    }

    /** What the account may answer, and what it has answered. */
    @Transactional
    List<OwnInvitation> own(Place station) {
        return invitations.to(caller.account(), station).stream()
                .filter(own -> caller.holds(own.invitation().party().role(), station))
                .toList();
    }

    /** By the account that was asked; once. */
    @Transactional
    Changed<OwnInvitation> answer(Place station, String code, String answer, String reason) {
        if (own(station).stream()
                .noneMatch(each -> each.invitation().evaluation().equals(code))) {
            throw notFound();
        }
        Evaluation evaluation = access.change(code).evaluation();
        InvitationEntity invitation = invitations.of(code).stream()
                .filter(each ->
                        each.account.equals(caller.account()) && caller.holds(each.party.role(), evaluation.place()))
                .findFirst()
                .orElseThrow(InvitationService::notFound);
        Fields fields = new Fields();
        Optional<InvitationEntity.Answer> said = fields.oneOf(InvitationEntity.Answer.class, "/answer", answer);
        if (reason != null
                || said.filter(InvitationEntity.Answer.DECLINED::equals).isPresent()) {
            fields.text("/reason", reason);
        }
        fields.refuse();
        boolean isNew = invitation.answer == null;
        if (isNew) {
            requireOpen(evaluation, "答复邀请");
            invitation.answer = said.get();
            invitation.reason = reason;
            invitation.answeredAt = clock.instant();
        } else if (invitation.answer != said.get() || !Objects.equals(invitation.reason, reason)) {
            throw PoolProblem.INVITATION_ANSWERED.because("邀请已答复，如有变化请联系区民政局");
        }
        return new Changed<>(new OwnInvitation(evaluation.opening().title(), invitation.toInvitation()), isNew);
    }

    private static Optional<String> whyNot(String evaluator, Optional<ProfileEntity> profile) {
        if (profile.isEmpty()) {
            return Optional.of("评委库中没有评委 " + evaluator);
        }
        if (!profile.get().active) {
            return Optional.of("评委 %s 已停用".formatted(evaluator));
        }
        return profile.get().account == null ? Optional.of("评委 %s 尚未开通账号".formatted(evaluator)) : Optional.empty();
    }

    private static ProblemException notFound() {
        return PoolProblem.INVITATION_NOT_FOUND.because("当前账号没有收到这份邀请");
    }

    private static void requireOpen(Evaluation evaluation, String what) {
        if (!evaluation.phase().isOpenForWork()) {
            throw evaluation.tooLateOrEarly(what);
        }
    }
}
