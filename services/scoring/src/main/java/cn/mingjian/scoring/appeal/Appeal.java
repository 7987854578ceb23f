package cn.mingjian.scoring.appeal;

import java.util.Optional;

/** An appeal as it stands. */
sealed interface Appeal {

    int number();

    String reason();

    /** Waits for an uninvolved account of the bureau. */
    record Lodged(int number, String reason) implements Appeal {}

    /**
     * Justified.
     *
     * @param reevaluation the evaluation that is held instead, once it is opened
     */
    record Upheld(int number, String reason, String because, Optional<String> reevaluation) implements Appeal {}

    /** Without effect. */
    record Refused(int number, String reason, String because) implements Appeal {}
}
