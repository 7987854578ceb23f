package cn.mingjian.report.evaluation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

@Entity
@Table(name = "panel_member")
@IdClass(PanelMemberEntity.Key.class)
class PanelMemberEntity {

    @Id
    String evaluation;

    @Id
    String account;

    @Id
    @Enumerated(EnumType.STRING)
    Party party;

    boolean lead;

    record Key(String evaluation, String account, Party party) implements Serializable {}

    static PanelMemberEntity of(String evaluation, Evaluations.Seat seat) {
        PanelMemberEntity entity = new PanelMemberEntity();
        entity.evaluation = evaluation;
        entity.account = seat.account();
        entity.party = seat.party();
        entity.lead = seat.lead();
        return entity;
    }

    Evaluations.Seat toSeat() {
        return new Evaluations.Seat(account, party, lead);
    }
}
