package cn.mingjian.scoring.visit;

import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Seat;
import cn.mingjian.scoring.evaluation.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of preparation and fieldwork an evaluator's score may rest on, by the names under which sheets cite it. */
@ApplicationScoped
public class VisitEvidence {

    private static final Map<String, String> PREPARED = Map.of(
            "preparation-notice", PreparationService.NOTICE,
            "self-assessment", PreparationService.SELF_ASSESSMENT,
            "visit-plan", PreparationService.PLAN);

    private final RoundDocuments documents;

    VisitEvidence(RoundDocuments documents) {
        this.documents = documents;
    }

    /** What is there and what the evaluator may see. */
    public List<String> citableBy(Standing standing) {
        Set<String> kinds = documents.kinds(standing.evaluation());
        List<String> citable = new ArrayList<>();
        PREPARED.forEach((name, kind) -> {
            if (kinds.contains(kind)) {
                citable.add(name);
            }
        });
        standing.seat().filter(Seat::eligible).map(Seat::party).ifPresent(party -> {
            for (FieldworkKind fieldwork : FieldworkKind.values()) {
                String own = fieldwork.of(party);
                kinds.stream()
                        .filter(kind -> kind.startsWith(own))
                        .forEach(kind -> citable.add(fieldwork.cited() + kind.substring(own.length())));
            }
        });
        return citable;
    }
}
