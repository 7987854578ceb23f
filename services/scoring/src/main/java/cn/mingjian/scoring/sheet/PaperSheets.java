package cn.mingjian.scoring.sheet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The store of what is known of sheets on paper besides their scores. */
@ApplicationScoped
class PaperSheets implements PanacheRepositoryBase<PaperSheetEntity, PaperSheetEntity.Key> {

    Optional<PaperSheetEntity> of(String evaluation, String evaluator) {
        return findByIdOptional(new PaperSheetEntity.Key(evaluation, evaluator));
    }

    List<PaperSheetEntity> of(String evaluation) {
        return list("key.evaluation", evaluation);
    }
}
