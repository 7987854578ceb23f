package cn.mingjian.indicator.evaluation;

import org.jspecify.annotations.Nullable;

/** The versions that scoring froze; null where nothing had been handed in. */
public record FrozenEvidence(
        int achievementVersion,
        @Nullable Integer declaredVersion,
        @Nullable Integer resourcesVersion) {}
