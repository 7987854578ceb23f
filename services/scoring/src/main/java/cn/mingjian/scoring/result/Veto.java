package cn.mingjian.scoring.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A serious violation that would leave the lowest grade, whatever the score. */
sealed interface Veto {

    Allegation allegation();

    Optional<Hearing> hearing();

    default int number() {
        return allegation().number();
    }

    /** Without its decision, which would tell the grade. */
    default Veto undecided() {
        return new Raised(allegation(), hearing());
    }

    /** Without its evidence, which is the sheets in which it was found. */
    default Veto unattributed() {
        Allegation bare =
                new Allegation(number(), allegation().title(), allegation().reason(), List.of());
        return switch (this) {
            case Raised raised -> new Raised(bare, raised.hearing());
            case Upheld upheld -> new Upheld(bare, upheld.hearing(), upheld.because());
            case Refused refused -> new Refused(bare, refused.hearing(), refused.because());
        };
    }

    /**
     * What is said to have happened.
     *
     * @param evidence what shows it: files, places, dates, in words
     */
    record Allegation(int number, String title, String reason, List<String> evidence) {

        public Allegation {
            evidence = List.copyOf(evidence);
        }
    }

    /** When the operator was heard, and what it said. */
    record Hearing(LocalDate heldOn, String statement) {}

    /** Waits for an uninvolved account of the bureau; the round is not closed meanwhile. */
    record Raised(Allegation allegation, Optional<Hearing> hearing) implements Veto {}

    /** Leaves the lowest grade; never without a hearing since one is demanded, earlier ones may lack it. */
    record Upheld(Allegation allegation, Optional<Hearing> hearing, String because) implements Veto {}

    /** Without effect. */
    record Refused(Allegation allegation, Optional<Hearing> hearing, String because) implements Veto {}
}
