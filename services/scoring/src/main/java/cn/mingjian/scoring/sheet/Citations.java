package cn.mingjian.scoring.sheet;

import cn.mingjian.scoring.attachment.AttachmentRegister;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.fieldwork.FieldworkService;
import cn.mingjian.scoring.visit.VisitEvidence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What a score may say it rests on: each must be there and be visible to the author, as whoever keeps it says. */
@ApplicationScoped
class Citations {

    private final AttachmentRegister attachments;
    private final VisitEvidence visits;
    private final FieldworkService fieldwork;

    Citations(AttachmentRegister attachments, VisitEvidence visits, FieldworkService fieldwork) {
        this.attachments = attachments;
        this.visits = visits;
        this.fieldwork = fieldwork;
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
        Set<String> known = new HashSet<>(visits.citableBy(standing));
        attachments.citable(standing).forEach(digest -> known.add("attachment:" + digest));
        if (fieldwork.satisfactionVersion(standing.evaluation()).isPresent()) {
            known.add("satisfaction");
        }
        return known;
    }
}
