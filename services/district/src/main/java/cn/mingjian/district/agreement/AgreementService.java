package cn.mingjian.district.agreement;

import cn.mingjian.district.registry.Places;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import cn.mingjian.platform.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps agreements. */
@ApplicationScoped
class AgreementService {
    private final Places places;
    private final Documents documents;
    private final Outbox outbox;

    AgreementService(Places places, Documents documents, Outbox outbox) {
        this.places = places;
        this.documents = documents;
        this.outbox = outbox;
    }

    @Transactional
    Stored<AgreementDocument> sign(Place station, String code, AgreementDocument agreement, Precondition precondition) {
        if (!places.knows(station)) {
            throw AgreementProblem.STATION_UNKNOWN.because("没有登记社工站 %s", station.path());
        }
        places.lock(station);
        Stored<AgreementDocument> stored = documents.put(station.path(), kind(code), agreement, precondition);
        if (stored.isNew()) {
            var signed = new AgreementEvent.AgreementSigned(
                    station.district(), station.station(), code, stored.version(), agreement);
            outbox.append(AgreementEvent.TOPIC, station.path() + "/" + code, signed.type(), signed);
        }
        return stored;
    }

    @Transactional
    Stored<AgreementDocument> latest(Place station, String code) {
        return documents
                .find(station.path(), kind(code), AgreementDocument.class)
                .orElseThrow(() -> AgreementProblem.AGREEMENT_UNKNOWN.because("没有服务协议 %s", code));
    }

    @Transactional
    Stored<AgreementDocument> version(Place station, String code, int version) {
        return documents
                .find(station.path(), kind(code), version, AgreementDocument.class)
                .orElseThrow(() -> AgreementProblem.AGREEMENT_UNKNOWN.because("服务协议 %s 没有第 %d 版", code, version));
    }

    private static String kind(String code) {
        return "agreement/" + code;
    }
}
