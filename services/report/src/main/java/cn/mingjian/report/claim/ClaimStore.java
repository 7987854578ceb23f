package cn.mingjian.report.claim;

import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Precondition;
import cn.mingjian.platform.document.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The claims that were handed in, version by version. */
@ApplicationScoped
public class ClaimStore {

    private static final String KIND = "claims";

    private final Documents documents;

    ClaimStore(Documents documents) {
        this.documents = documents;
    }

    /** The latest claims; none when nobody handed in any. */
    public Claims latest(String evaluation) {
        return find(evaluation).map(Stored::content).orElse(new Claims(List.of()));
    }

    Optional<Stored<Claims>> find(String evaluation) {
        return documents.find(evaluation, KIND, Claims.class);
    }

    Stored<Claims> put(String evaluation, Claims claims, Precondition precondition) {
        return documents.put(evaluation, KIND, claims, precondition);
    }
}
