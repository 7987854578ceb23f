package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Learns of agreements and of the codes in them. */
@ApplicationScoped
class AgreementSignedListener implements EventListener<AgreementSignedListener.AgreementSigned> {

    record AgreementSigned(
            String district,
            String station,
            String agreement,
            int version,
            String operator,
            List<Coded> areas,
            List<Coded> indicators) {}

    record Coded(String code) {}

    private final Agreements agreements;

    AgreementSignedListener(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public String topic() {
        return "district.agreement";
    }

    @Override
    public String type() {
        return "cn.mingjian.district.AgreementSigned.v1";
    }

    @Override
    public Class<AgreementSigned> payload() {
        return AgreementSigned.class;
    }

    @Override
    public Outcome on(Event<AgreementSigned> event) {
        AgreementSigned signed = event.payload();
        agreements.signed(
                Place.station(signed.district(), signed.station()),
                signed.agreement(),
                signed.version(),
                signed.operator(),
                codes(signed.areas()),
                codes(signed.indicators()));
        return Outcome.applied();
    }

    private static List<String> codes(List<Coded> coded) {
        return coded == null ? List.of() : coded.stream().map(Coded::code).toList();
    }
}
