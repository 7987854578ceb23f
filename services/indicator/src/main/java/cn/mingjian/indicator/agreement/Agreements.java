package cn.mingjian.indicator.agreement;

import cn.mingjian.indicator.catalogue.Catalogue;
import cn.mingjian.platform.document.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The copies of agreements, by station, code and version. */
@ApplicationScoped
public class Agreements {
    private static final String KIND = "agreement";

    private final Documents documents;

    Agreements(Documents documents) {
        this.documents = documents;
    }

    /** The catalogue of one agreement version, once it has been heard of. */
    public Optional<Catalogue> catalogue(String station, String agreement, int version) {
        return documents
                .find(owner(station, agreement, version), KIND, AgreementSigned.class)
                .map(copy -> copy.content().catalogue());
    }

    void keep(AgreementSigned signed) {
        var station = signed.district() + "/" + signed.station();
        documents.put(owner(station, signed.agreement(), signed.version()), KIND, signed);
    }

    private static String owner(String station, String agreement, int version) {
        return "%s/%s/v%d".formatted(station, agreement, version);
    }
}
