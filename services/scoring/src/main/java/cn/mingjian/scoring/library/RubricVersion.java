package cn.mingjian.scoring.library;

import cn.mingjian.scoring.rubric.RubricDocument;
import java.time.Instant;

/**
 * One version of a district's rubric.
 *
 * @param state DRAFT or PUBLISHED
 * @param publishedAt null for a draft
 */
public record RubricVersion(RubricDocument rubric, String state, Instant recordedAt, Instant publishedAt) {}
