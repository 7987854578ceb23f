package cn.mingjian.report.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers to the satisfaction survey, one to five. */
public record Satisfaction(List<Answer> answers) {

    /** One answer, the group it came from and how it was asked. */
    public record Answer(String group, @Nullable String channel, int score) {}
}
