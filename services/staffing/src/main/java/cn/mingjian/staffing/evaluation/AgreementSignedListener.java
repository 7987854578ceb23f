package cn.mingjian.staffing.evaluation;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

@ApplicationScoped
class AgreementSignedListener implements EventListener<AgreementSigned> {

    private final Evaluations evaluations;

    AgreementSignedListener(Evaluations evaluations) {
        this.evaluations = evaluations;
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
        evaluations.remember(
                new AgreementKey(signed.district() + "/" + signed.station(), signed.agreement(), signed.version()),
                new Agreement(
                        signed.version(),
                        signed.requiredStaff(),
                        signed.areas().stream().map(AgreementSigned.Area::code).collect(Collectors.toSet())));
        return Outcome.applied();
    }
}
