package cn.mingjian.scoring.library;

import cn.mingjian.scoring.rubric.PublishedRubrics;
import cn.mingjian.scoring.rubric.RubricDocument;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The store of a district's rubrics. */
@ApplicationScoped
class RubricVersions implements PanacheRepositoryBase<RubricVersionEntity, RubricVersionEntity.Key>, PublishedRubrics {

    private final ObjectMapper json;

    RubricVersions(ObjectMapper json) {
        this.json = json;
    }

    /** By code, and of each the one recorded first at the front. */
    List<RubricVersion> of(String district) {
        return list("key.district = ?1 order by key.code, recordedAt, key.version", district).stream()
                .map(this::version)
                .toList();
    }

    @Override
    public Optional<RubricDocument> published(String district, String code, String version) {
        return findByIdOptional(new RubricVersionEntity.Key(district, code, version))
                .filter(entity -> entity.publishedAt != null)
                .map(this::rubric);
    }

    RubricVersion version(RubricVersionEntity entity) {
        return new RubricVersion(
                rubric(entity),
                entity.publishedAt == null ? "DRAFT" : "PUBLISHED",
                entity.recordedAt,
                entity.publishedAt);
    }

    RubricDocument rubric(RubricVersionEntity entity) {
        try {
            return json.readValue(entity.content, RubricDocument.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a kept rubric reads: " + entity.key, broken);
        }
    }

    String text(RubricDocument rubric) {
        try {
            return json.writeValueAsString(rubric);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a rubric has a JSON form", impossible);
        }
    }
}
