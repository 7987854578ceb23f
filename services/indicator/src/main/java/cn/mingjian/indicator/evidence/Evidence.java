package cn.mingjian.indicator.evidence;

import cn.mingjian.indicator.evaluation.Evaluation;
import cn.mingjian.indicator.evaluation.FrozenEvidence;
import cn.mingjian.platform.document.Documents;
import cn.mingjian.platform.document.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The evidence documents that count for an evaluation: the latest until the freeze, then the frozen versions. */
@ApplicationScoped
public class Evidence {
    private final Documents documents;

    Evidence(Documents documents) {
        this.documents = documents;
    }

    /** The declared figures that count, if any were handed in. */
    public Optional<Stored<DeclaredDocument>> declared(Evaluation evaluation) {
        return current(evaluation, DeclaredDocument.KIND, FrozenEvidence::declaredVersion, DeclaredDocument.class);
    }

    /** The resources that count, if any were handed in. */
    public Optional<Stored<ResourcesDocument>> resources(Evaluation evaluation) {
        return current(evaluation, ResourcesDocument.KIND, FrozenEvidence::resourcesVersion, ResourcesDocument.class);
    }

    private <T> Optional<Stored<T>> current(
            Evaluation evaluation,
            String kind,
            Function<FrozenEvidence, @Nullable Integer> frozenVersion,
            Class<T> type) {
        if (evaluation.frozen().isEmpty()) {
            return documents.find(evaluation.code(), kind, type);
        }
        var version = frozenVersion.apply(evaluation.frozen().get());
        return version == null ? Optional.empty() : documents.find(evaluation.code(), kind, version, type);
    }
}
