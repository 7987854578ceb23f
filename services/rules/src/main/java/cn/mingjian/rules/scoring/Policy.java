package cn.mingjian.rules.scoring;

import cn.mingjian.rules.Problem;
import cn.mingjian.rules.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parties of a policy with their weights, and its grades. */
public final class Policy {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Policy() {}

    /** One party's entry as far as it reads. */
    public record Share(@Nullable String party, @Nullable String weight) {}

    /**
     * Whether all four parties are there and weigh 100 together. A party that stands there twice, or does not read, may be
     * meant to be a missing one; what it weighs counts as such.
     */
    public static Optional<Problem> parties(List<Share> shares) {
        Set<Party> absent = EnumSet.allOf(Party.class);
        List<BigDecimal> all = new ArrayList<>();
        List<BigDecimal> once = new ArrayList<>();
        for (Share share : shares) {
            boolean again = share.party() != null && !absent.remove(Party.valueOf(share.party()));
            if (share.weight() != null) {
                all.add(new BigDecimal(share.weight()));
                once.add(again ? BigDecimal.ZERO : new BigDecimal(share.weight()));
            }
        }
        if (shares.size() - (Party.values().length - absent.size()) < absent.size()) {
            String titles = absent.stream().map(Party::title).collect(Collectors.joining("、"));
            return Optional.of(Problem.at("", Rule.PARTIES_COMPLETE, "", "缺少" + titles));
        }
        return all.size() < shares.size() || isHundred(all) || isHundred(once)
                ? Optional.empty()
                : Optional.of(Problem.at("", Rule.WEIGHTS_HUNDRED, "", "各方权重合计应为 100，现为 " + sum(all).toPlainString()));
    }

    private static boolean isHundred(List<BigDecimal> weights) {
        return sum(weights).compareTo(HUNDRED) == 0;
    }

    private static BigDecimal sum(List<BigDecimal> weights) {
        return weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @param bounds where each grade starts; null where it does not read */
    public static Optional<Problem> grades(List<@Nullable String> bounds) {
        boolean fromZero = bounds.stream().anyMatch(from -> from == null || new BigDecimal(from).signum() == 0);
        return fromZero ? Optional.empty() : Optional.of(Problem.at("", Rule.GRADE_FROM_ZERO, "", "应有一个等级从 0 分开始"));
    }

    /** The positions of bounds that an earlier grade starts from already, each with that grade's: 90 and 90.0 are one. */
    public static Map<Integer, Integer> repeatedBounds(List<@Nullable String> bounds) {
        Map<BigDecimal, Integer> first = new HashMap<>();
        Map<Integer, Integer> repeated = new TreeMap<>();
        for (int i = 0; i < bounds.size(); i++) {
            String from = bounds.get(i);
            if (from == null) {
                continue;
            }
            Integer earlier = first.putIfAbsent(new BigDecimal(from).stripTrailingZeros(), i);
            if (earlier != null) {
                repeated.put(i, earlier);
            }
        }
        return repeated;
    }
}
