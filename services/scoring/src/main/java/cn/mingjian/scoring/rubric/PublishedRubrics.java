package cn.mingjian.scoring.rubric;

import java.util.Optional;

/** What districts have published: versions that never change. */
public interface PublishedRubrics {

    /** The published content of a version; nothing of a draft or of a version that is not in the library. */
    Optional<RubricDocument> published(String district, String code, String version);
}
