package cn.mingjian.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Tells what only follows from faults that are told already from what is a fault of its own. A cause accounts for one
 * effect at most. Where more effects compete for causes than there are, one of them is a fault of its own; as nobody
 * knows which one, none of them counts as explained.
 */
public final class FollowOns<C, E> {
    private final List<C> causes;
    private final BiPredicate<C, E> explains;
    private final Map<Integer, E> effectOf = new HashMap<>();
    private final Map<E, Integer> causeOf = new HashMap<>();
    private final Set<E> unexplained = new HashSet<>();

    private FollowOns(List<C> causes, BiPredicate<C, E> explains) {
        this.causes = causes;
        this.explains = explains;
    }

    /** The effects that are not surely explained by causes. */
    public static <C, E> List<E> unexplained(Collection<E> effects, Collection<C> causes, BiPredicate<C, E> explains) {
        FollowOns<C, E> followOns = new FollowOns<>(List.copyOf(causes), explains);
        effects.forEach(followOns::assign);
        return effects.stream().filter(followOns.unexplained::contains).toList();
    }

    /** Finds a cause for an effect; effects that have one already may move to another one to make room. */
    private void assign(E effect) {
        Map<Integer, E> reachedBy = new HashMap<>();
        Queue<E> moving = new ArrayDeque<>(List.of(effect));
        while (!moving.isEmpty()) {
            E next = moving.remove();
            for (int cause : causesOf(next)) {
                if (reachedBy.putIfAbsent(cause, next) == null) {
                    Optional<E> holder = Optional.ofNullable(effectOf.get(cause));
                    if (holder.isEmpty()) {
                        move(cause, reachedBy);
                        return;
                    }
                    moving.add(holder.get());
                }
            }
        }
        unexplained.add(effect);
        reachedBy.keySet().forEach(cause -> Optional.ofNullable(effectOf.get(cause))
                .ifPresent(unexplained::add));
    }

    private void move(int free, Map<Integer, E> reachedBy) {
        Optional<Integer> cause = Optional.of(free);
        while (cause.isPresent()) {
            int given = cause.get();
            Optional<E> effect = Optional.ofNullable(reachedBy.get(given));
            effect.ifPresent(each -> effectOf.put(given, each));
            cause = effect.flatMap(each -> Optional.ofNullable(causeOf.put(each, given)));
        }
    }

    private List<Integer> causesOf(E effect) {
        List<Integer> of = new ArrayList<>();
        for (int i = 0; i < causes.size(); i++) {
            if (explains.test(causes.get(i), effect)) {
                of.add(i);
            }
        }
        return of;
    }
}
