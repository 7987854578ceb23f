package cn.mingjian.scoring.sheet;

import cn.mingjian.scoring.attachment.AttachmentRegister;
import cn.mingjian.scoring.evaluation.RoundDocuments;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a score may say it rests on: attachments, the self-assessment, the satisfaction survey, and what was found on site. Each
 * must be there and be visible to the author; what is on site is the third party's own until all have submitted.
 */
@ApplicationScoped
class Citations {

    private static final String ATTACHMENT = "attachment:";
    private static final Map<String, String> KINDS_OF_ALL =
            Map.of("self-assessment", "selfassessment", "satisfaction", "satisfaction");
    private static final Map<String, String> KINDS_ON_SITE =
            Map.of("site-check:", "sitecheck/", "sample:", "sample/", "interview:", "interview/");

    private final AttachmentRegister attachments;
    private final RoundDocuments documents;

    Citations(AttachmentRegister attachments, RoundDocuments documents) {
        this.attachments = attachments;
        this.documents = documents;
    }

    /** Looked up once, at the first thing that is cited: most sheets cite nothing. */
    Predicate<String> citableBy(Standing standing) {
        return new Predicate<>() {
            private Set<String> known;

            @Override
            public boolean test(String cited) {
                if (known == null) {
                    known = known(standing);
                }
                return known.contains(cited);
            }
        };
    }

    private Set<String> known(Standing standing) {
        Set<String> known = new HashSet<>();
        attachments.citable(standing).forEach(digest -> known.add(ATTACHMENT + digest));
        Set<String> kinds = documents.kinds(standing.evaluation());
        KINDS_OF_ALL.forEach((name, kind) -> {
            if (kinds.contains(kind)) {
                known.add(name);
            }
        });
        if (standing.requireSeat().party() == Party.THIRD_PARTY
                || standing.evaluation().phase().isDisclosed()) {
            KINDS_ON_SITE.forEach((name, prefix) -> kinds.stream()
                    .filter(kind -> kind.startsWith(prefix))
                    .forEach(kind -> known.add(name + kind.substring(prefix.length()))));
        }
        return known;
    }
}
