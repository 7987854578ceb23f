package cn.mingjian.scoring.panel;

import cn.mingjian.scoring.score.Party;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Optional;

@Entity
@Table(name = "panel_member")
class MemberEntity {

    enum Role {
        LEAD,
        MEMBER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String evaluation;

    String evaluator;

    String account;

    @Enumerated(EnumType.STRING)
    Party party;

    String label;

    @Enumerated(EnumType.STRING)
    Role role;

    static MemberEntity of(String evaluation, PanelDocument.MemberDocument member) {
        MemberEntity entity = new MemberEntity();
        entity.evaluation = evaluation;
        entity.evaluator = member.evaluator();
        entity.become(member);
        return entity;
    }

    void become(PanelDocument.MemberDocument member) {
        account = member.account();
        party = Party.valueOf(member.party());
        label = member.label();
        role = Role.valueOf(member.role());
    }

    boolean is(PanelDocument.MemberDocument member) {
        return isSamePerson(member)
                && label.equals(member.label())
                && role.name().equals(member.role());
    }

    boolean isSamePerson(PanelDocument.MemberDocument member) {
        return account.equals(member.account()) && party.name().equals(member.party());
    }

    Member toMember(PledgeEntity pledge, Map<RecusalEntity.Origin, Recusal> recusals) {
        return new Member(
                evaluator,
                account,
                party,
                label,
                role == Role.LEAD,
                Optional.ofNullable(pledge).map(signed -> signed.occurredOn),
                Optional.ofNullable(recusals.get(RecusalEntity.Origin.EVALUATOR)),
                Optional.ofNullable(recusals.get(RecusalEntity.Origin.OPERATOR)),
                Optional.ofNullable(recusals.get(RecusalEntity.Origin.BUREAU)));
    }
}
