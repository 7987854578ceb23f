package cn.mingjian.platform.event;

/** What a listener made of an event. */
public sealed interface Outcome {

    /** Its effect is in the transaction. */
    record Applied() implements Outcome {}

    /** Something it builds on has not arrived; nothing was written, and it is tried again when more has arrived. */
    record Waits(String forWhat) implements Outcome {}

    static Outcome applied() {
        return new Applied();
    }

    static Outcome waitsFor(String what) {
        return new Waits(what);
    }
}
