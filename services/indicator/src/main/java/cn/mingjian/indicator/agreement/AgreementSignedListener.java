package cn.mingjian.indicator.agreement;

import cn.mingjian.platform.event.Event;
import cn.mingjian.platform.event.EventListener;
import cn.mingjian.platform.event.Outcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps a copy of each agreement version. */
@ApplicationScoped
class AgreementSignedListener implements EventListener<AgreementSigned> {
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
        // Fails here, and not in an evaluation later, when the agreement makes no sense.
        event.payload().catalogue();
        agreements.keep(event.payload());
        return Outcome.applied();
    }
}
