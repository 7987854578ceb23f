package cn.mingjian.scoring.evaluation;

import cn.mingjian.scoring.score.Party;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a round stands. Each state carries what is only true in it and offers only the steps that lead on from it:
 * PREPARING → SCORING → FEEDBACK → CLOSED, and CANCELLED until all four parties have submitted.
 */
public sealed interface Phase {

    /** The states' names on the wire and in the store. */
    enum Name {
        PREPARING("准备证据"),
        SCORING("评分"),
        FEEDBACK("征求意见"),
        CLOSED("办结"),
        CANCELLED("已取消");

        private final String title;

        Name(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A round that may still be called off: not all parties have submitted, nothing was disclosed. */
    sealed interface Cancellable extends Phase {

        default Cancelled cancel(String reason) {
            return new Cancelled(reason, evidence());
        }
    }

    /** Panel, pledges, recusals, fieldwork; evidence still comes in. */
    record Preparing() implements Cancellable {

        public Scoring freeze(EvidenceSnapshot evidence) {
            return new Scoring(evidence, Set.of());
        }
    }

    /**
     * Sheets and findings against frozen evidence, each party blind to the others.
     *
     * @param submitted the parties whose leads have submitted; never all four
     */
    record Scoring(EvidenceSnapshot frozen, Set<Party> submitted) implements Cancellable {

        public Scoring {
            submitted = Set.copyOf(submitted);
            if (submitted.size() >= Party.values().length) {
                throw new IllegalArgumentException("scoring is over when all parties have submitted");
            }
        }

        /** The round after a party's submission: the fourth one opens feedback. */
        public Phase submit(Party party) {
            Set<Party> all = EnumSet.of(party);
            all.addAll(submitted);
            return all.size() == Party.values().length ? new Feedback(frozen) : new Scoring(frozen, all);
        }

        /** The round when what a party submitted no longer stands: one of its evaluators is taken off, or asks to be. */
        public Scoring reopen(Party party) {
            return new Scoring(
                    frozen, submitted.stream().filter(other -> other != party).collect(Collectors.toSet()));
        }
    }

    /** A provisional result exists; the draft report is answered. */
    record Feedback(EvidenceSnapshot frozen) implements Phase {

        public Closed close() {
            return new Closed(frozen);
        }
    }

    /** The result is final. */
    record Closed(EvidenceSnapshot frozen) implements Phase {}

    /** Called off before anything was disclosed; nothing ever will be. */
    record Cancelled(String reason, Optional<EvidenceSnapshot> frozen) implements Phase {

        public Cancelled {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a round is cancelled with a reason");
            }
        }
    }

    default Name name() {
        return switch (this) {
            case Preparing() -> Name.PREPARING;
            case Scoring(var evidence, var submitted) -> Name.SCORING;
            case Feedback(var evidence) -> Name.FEEDBACK;
            case Closed(var evidence) -> Name.CLOSED;
            case Cancelled(var reason, var evidence) -> Name.CANCELLED;
        };
    }

    /** What was frozen, from SCORING on. */
    default Optional<EvidenceSnapshot> evidence() {
        return switch (this) {
            case Preparing() -> Optional.empty();
            case Scoring(var evidence, var submitted) -> Optional.of(evidence);
            case Feedback(var evidence) -> Optional.of(evidence);
            case Closed(var evidence) -> Optional.of(evidence);
            case Cancelled(var reason, var evidence) -> evidence;
        };
    }

    /** Whether the party's lead has submitted: nothing of that party changes unless it is reopened. */
    default boolean hasSubmitted(Party party) {
        return switch (this) {
            case Preparing() -> false;
            case Scoring(var evidence, var submitted) -> submitted.contains(party);
            case Feedback(var evidence) -> true;
            case Closed(var evidence) -> true;
            case Cancelled(var reason, var evidence) -> false;
        };
    }

    /** Whether all four parties have submitted: the end of blindness. */
    default boolean isDisclosed() {
        return this instanceof Feedback || this instanceof Closed;
    }

    /** Whether sheets, panel or findings may still change somewhere. */
    default boolean isOpenForWork() {
        return this instanceof Cancellable;
    }
}
