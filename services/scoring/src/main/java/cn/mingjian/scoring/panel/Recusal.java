package cn.mingjian.scoring.panel;

import java.util.Optional;

/** An evaluator's wish not to take part, and what was decided. */
public sealed interface Recusal {

    String reason();

    /** Waits for an uninvolved account of the bureau; meanwhile the party cannot submit. */
    record Requested(String reason) implements Recusal {}

    /** The evaluator takes no further part; what it scored before is set aside. */
    record Upheld(String reason, String why) implements Recusal {}

    /** The evaluator stays. */
    record Refused(String reason, String why) implements Recusal {}

    /** Why it was decided so. */
    default Optional<String> because() {
        return switch (this) {
            case Requested(String reason) -> Optional.empty();
            case Upheld(String reason, String why) -> Optional.of(why);
            case Refused(String reason, String why) -> Optional.of(why);
        };
    }

    /** The wire name: REQUESTED, UPHELD or REFUSED. */
    default String state() {
        return switch (this) {
            case Requested(String reason) -> "REQUESTED";
            case Upheld(String reason, String why) -> "UPHELD";
            case Refused(String reason, String why) -> "REFUSED";
        };
    }
}
