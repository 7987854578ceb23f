package cn.mingjian.scoring.result;

/** A serious violation that would leave the lowest grade, whatever the score. */
sealed interface Veto {

    int number();

    String title();

    String reason();

    /** Waits for an uninvolved account of the bureau; the round is not closed meanwhile. */
    record Raised(int number, String title, String reason) implements Veto {}

    /** Leaves the lowest grade. */
    record Upheld(int number, String title, String reason, String because) implements Veto {}

    /** Without effect. */
    record Refused(int number, String title, String reason, String because) implements Veto {}
}
