package cn.mingjian.scoring.panel;

import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.scoring.evaluation.Fields;
import cn.mingjian.scoring.score.Party;
import java.util.EnumSet;
import java.util.Set;

/** The form of a panel: every field, evaluators and accounts once each, a lead for each party. */
final class PanelCheck {

    private PanelCheck() {}

    /** Ends the request with everything that is wrong with the panel. */
    static void check(PanelDocument panel) {
        Fields fields = new Fields();
        Set<Party> led = EnumSet.noneOf(Party.class);
        fields.each("/members", panel.members(), (at, member) -> {
            fields.of(ScoringShapes.MEMBER, at, "evaluator", member.evaluator())
                    .ifPresent(evaluator -> fields.once("evaluator", at + "/evaluator", evaluator));
            fields.account(at + "/account", member.account())
                    .ifPresent(account -> fields.once("account", at + "/account", account));
            fields.of(ScoringShapes.MEMBER, at, "label", member.label());
            var party = fields.oneOf(Party.class, at + "/party", member.party());
            var role = fields.oneOf(MemberEntity.Role.class, at + "/role", member.role());
            if (party.isPresent() && role.filter(MemberEntity.Role.LEAD::equals).isPresent()) {
                led.add(party.get());
            }
        });
        for (Party party : Party.values()) {
            if (!led.contains(party)) {
                fields.wrong(PanelProblem.LEAD_MISSING, "/members", party.title() + "没有组长");
            }
        }
        fields.refuse();
    }
}
