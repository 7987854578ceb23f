package cn.mingjian.rules.scoring;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who scores, as far as it reads. Of whoever stands there twice, what both lines say. */
public final class Panel {
    private final List<Member> members;
    private final boolean whole;
    private final List<Member> certain;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();

    /** Whether somebody may score. */
    enum Standing {
        ELIGIBLE,
        INELIGIBLE,
        UNKNOWN
    }

    /**
     * Somebody of the panel; null is what does not read, or is not known yet.
     *
     * @param reasoned whether a recusal has its reason
     */
    public record Member(
            @Nullable String evaluator,
            @Nullable Party party,
            @Nullable String role,
            @Nullable Boolean pledged,
            @Nullable Boolean recused,
            @Nullable Boolean reasoned) {

        private Member and(Member other) {
            return new Member(
                    evaluator,
                    party == other.party ? party : null,
                    agreed(role, other.role),
                    agreed(pledged, other.pledged),
                    agreed(recused, other.recused),
                    agreed(reasoned, other.reasoned));
        }

        private static <T> @Nullable T agreed(@Nullable T one, @Nullable T other) {
            return Objects.equals(one, other) ? one : null;
        }

        Standing standing() {
            if (Boolean.TRUE.equals(recused) || Boolean.FALSE.equals(pledged)) {
                return Standing.INELIGIBLE;
            }
            return recused != null && pledged != null ? Standing.ELIGIBLE : Standing.UNKNOWN;
        }

        boolean mayScoreFor(Party other) {
            return standing() != Standing.INELIGIBLE && (party == null || party == other);
        }
    }

    /** @param whole whether all members were read */
    public Panel(List<Member> members, boolean whole) {
        this.members = members;
        this.whole = whole;
        this.certain = new ArrayList<>(members);
        for (int i = 0; i < members.size(); i++) {
            String evaluator = members.get(i).evaluator();
            Integer earlier = evaluator == null ? null : positions.putIfAbsent(evaluator, i);
            if (evaluator != null && earlier != null) {
                repeated.add(evaluator);
                certain.set(earlier, certain.get(earlier).and(members.get(i)));
            }
        }
    }

    /** Recusals without a reason: {@code /3/recusalReason}. */
    public List<Problem> recusals() {
        List<Problem> found = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (Boolean.TRUE.equals(member.recused()) && Boolean.FALSE.equals(member.reasoned())) {
                found.add(Problem.at("/" + i + "/recusalReason", Rule.RECUSAL_REASONED, "", "已回避的评委要写明回避理由"));
            }
        }
        return found;
    }

    /** The party without exactly one eligible lead, unless what does not read may make it so: at its first member. */
    public Optional<Problem> oneLead(Party party) {
        if (!whole) {
            return Optional.empty();
        }
        long leads = 0;
        boolean perhaps = false;
        for (int i : distinct()) {
            Member member = member(i);
            perhaps |= member.mayScoreFor(party) && !"MEMBER".equals(member.role());
            if (member.party() == party && member.standing() == Standing.ELIGIBLE && "LEAD".equals(member.role())) {
                leads++;
            }
        }
        return leads > 1 || !perhaps
                ? Optional.of(Problem.at(
                        first(party) + "/role",
                        Rule.ONE_LEAD,
                        "",
                        "%s应有且只有一位未回避、已签承诺书的组长，现为 %d 位".formatted(party.title(), leads)))
                : Optional.empty();
    }

    /** Where rules over a party's members are told: its first one; {@code /-} when it has none. */
    String first(Party party) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).party() == party) {
                return "/" + i;
            }
        }
        return "/-";
    }

    boolean isWhole() {
        return whole;
    }

    Known evaluators(boolean codesWhole) {
        return new Known("评委", positions.keySet(), codesWhole);
    }

    Optional<Member> find(@Nullable String evaluator) {
        return evaluator == null
                ? Optional.empty()
                : Optional.ofNullable(positions.get(evaluator)).map(this::member);
    }

    /** Whether somebody whose code does not read, or is another one's, may score for a party. */
    boolean mayHaveUnnamed(Party party) {
        return members.stream()
                .filter(member -> member.evaluator() == null || repeated.contains(member.evaluator()))
                .anyMatch(member -> member.mayScoreFor(party));
    }

    Member member(int position) {
        return certain.get(position);
    }

    /** The positions of the members, without those who stood there before. */
    List<Integer> distinct() {
        List<Integer> distinct = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            String evaluator = members.get(i).evaluator();
            if (evaluator == null || Integer.valueOf(i).equals(positions.get(evaluator))) {
                distinct.add(i);
            }
        }
        return distinct;
    }
}
