package cn.mingjian.scoring.result;

import cn.mingjian.platform.document.Stored;
import cn.mingjian.scoring.evaluation.Opening;
import java.util.List;

/**
 * A result as its reader may see it.
 *
 * @param parties null where the policy does not publish them
 * @param total null where the policy publishes the grade alone
 * @param cites null outside the evaluation
 */
public record ResultView(
        int version,
        String state,
        List<ResultDocument.PartyResult> parties,
        String total,
        String grade,
        ResultDocument.Citations cites) {

    static ResultView whole(Stored<ResultDocument> stored) {
        ResultDocument result = stored.content();
        return new ResultView(
                stored.version(), result.state(), result.parties(), result.total(), result.grade(), result.cites());
    }

    static ResultView published(Stored<ResultDocument> stored, Opening.Publish publish) {
        ResultDocument result = stored.content();
        return switch (publish) {
            case GRADE -> new ResultView(stored.version(), result.state(), null, null, result.grade(), null);
            case TOTAL -> new ResultView(stored.version(), result.state(), null, result.total(), result.grade(), null);
            case PARTIES ->
                new ResultView(
                        stored.version(),
                        result.state(),
                        // A category may be a single item that a single evaluator scored.
                        result.parties().stream()
                                .map(ResultDocument.PartyResult::withoutCategories)
                                .toList(),
                        result.total(),
                        result.grade(),
                        null);
        };
    }
}
