package cn.mingjian.scoring.fieldwork;

import cn.mingjian.rules.scoring.ScoringShapes;
import cn.mingjian.scoring.evaluation.Fields;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The answers to the satisfaction questionnaire, as sent and kept. */
public record SatisfactionDocument(List<Answer> answers) {

    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    /**
     * One answer.
     *
     * @param group who was asked: SERVICE_USER, COMMUNITY_COMMITTEE, PARTNER …
     * @param channel how: ONLINE, PHONE …
     * @param score 1 … 5
     */
    public record Answer(String group, String channel, Integer score) {}

    /** The exact mean; unknown without an answer. */
    Optional<BigFraction> mean() {
        int sum = answers.stream().mapToInt(Answer::score).sum();
        return answers.isEmpty() ? Optional.empty() : Optional.of(BigFraction.of(sum, answers.size()));
    }

    /** Ends the request with everything that is wrong with the answers. */
    void check() {
        Fields fields = new Fields();
        fields.each("/answers", answers, (at, answer) -> {
            fields.of(ScoringShapes.ANSWER, at, "group", answer.group());
            fields.of(ScoringShapes.ANSWER, at, "channel", answer.channel());
            fields.integer(at + "/score", answer.score(), LOWEST, HIGHEST);
        });
        fields.refuse();
    }
}
