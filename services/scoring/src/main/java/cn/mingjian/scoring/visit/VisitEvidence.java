package cn.mingjian.scoring.visit;

import cn.mingjian.scoring.evaluation.RoundDocuments;
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
    private static final Map<String, String> ON_SITE = Map.of(
            "site-check:", SiteService.SITE_CHECK,
            "sample:", SiteService.SAMPLE,
            "file-check:", SiteService.FILE_CHECK,
            "interview:", SiteService.INTERVIEW);

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
        if (SiteService.isOwn(standing)) {
            ON_SITE.forEach((name, prefix) -> kinds.stream()
                    .filter(kind -> kind.startsWith(prefix))
                    .forEach(kind -> citable.add(name + kind.substring(prefix.length()))));
        }
        return citable;
    }
}
