package cn.mingjian.scoring.concern;

import java.util.List;

/**
 * A concern and what became of it.
 *
 * @param agreement which its evaluation is about
 * @param stage MIDTERM or FINAL, of its evaluation
 * @param number within its evaluation: by party and in the order of the findings
 * @param state OPEN, PLANNED, UNDER_WAY, DONE, RETURNED or ACCEPTED
 * @param followUp the operator's last word, or null
 * @param followUpVersion of that word, 0 without one
 * @param verification the bureau's last word about it, or null
 */
public record ConcernView(
        String evaluation,
        String agreement,
        String stage,
        int number,
        String party,
        String chapter,
        String title,
        String text,
        List<String> areas,
        String state,
        FollowUpDocument followUp,
        int followUpVersion,
        VerificationDocument verification) {}
