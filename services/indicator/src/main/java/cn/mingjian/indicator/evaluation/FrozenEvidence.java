package cn.mingjian.indicator.evaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The versions that scoring froze; null where nothing had been handed in.
 *
 * @param at when the achievement was computed: records that came to count later are none of it; null where that was not noted
 */
public record FrozenEvidence(
        int achievementVersion,
        @Nullable Integer declaredVersion,
        @Nullable Integer resourcesVersion,
        @Nullable Instant at) {}
