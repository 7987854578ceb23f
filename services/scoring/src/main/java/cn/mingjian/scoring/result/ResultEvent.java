package cn.mingjian.scoring.result;

import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.Opening;
import cn.mingjian.scoring.panel.Member;
import java.util.List;

/** What this feature tells others. */
sealed interface ResultEvent {

    String topic();

    default String type() {
        return "cn.mingjian.scoring." + getClass().getSimpleName() + ".v1";
    }

    /**
     * A new provisional version exists. Only the report service reads this topic; it fetches the figures itself.
     *
     * @param panel those whose scores count
     * @param recused accounts that were on the panel and did not take part to the end, or never pledged; they read nothing and
     *     decide nothing of the round
     */
    record ResultDetermined(String evaluation, int resultVersion, List<Seated> panel, List<String> recused)
            implements ResultEvent {

        static ResultDetermined of(Evaluation evaluation, int version, List<Member> members) {
            return new ResultDetermined(
                    evaluation.code(),
                    version,
                    members.stream()
                            .filter(Member::eligible)
                            .map(member ->
                                    new Seated(member.account(), member.party().name(), member.lead()))
                            .toList(),
                    members.stream()
                            .filter(member -> !member.eligible())
                            .map(Member::account)
                            .distinct()
                            .toList());
        }

        @Override
        public String topic() {
            return "scoring.result";
        }
    }

    /** Who takes part for which party. */
    record Seated(String account, String party, boolean lead) {}

    /** The final result, with as much of it as the policy publishes. */
    record ResultFinalised(
            String evaluation,
            String district,
            String station,
            int resultVersion,
            String grade,
            String total,
            List<Published> parties)
            implements ResultEvent {

        static ResultFinalised of(Evaluation evaluation, int version, ResultDocument result) {
            Opening opening = evaluation.opening();
            Opening.Publish publish = opening.publish();
            return new ResultFinalised(
                    evaluation.code(),
                    opening.district(),
                    opening.station(),
                    version,
                    result.grade(),
                    publish == Opening.Publish.GRADE ? null : result.total(),
                    publish == Opening.Publish.PARTIES
                            ? result.parties().stream().map(Published::of).toList()
                            : null);
        }

        @Override
        public String topic() {
            return "scoring.evaluation";
        }
    }

    /** A party's line without its categories. */
    record Published(String party, String weight, String raw, String weighted) {

        static Published of(ResultDocument.PartyResult result) {
            return new Published(result.party(), result.weight(), result.raw(), result.weighted());
        }
    }
}
