package cn.mingjian.stack;

import java.io.IOException;

/** A program that runs as a process of its own. */
public interface Server {

    /** Short, stable, fit for a file name: it names the log and the pid file. */
    String name();

    /** Makes what must be there before the process starts; does nothing when it is there already. */
    default void prepare(Launcher launcher) throws IOException, InterruptedException {}

    /** How the process is started, after {@link #prepare}. */
    Command command() throws IOException;

    /** Whether it does its work by now: asked through the same door that its users take. */
    boolean answers();

    /** Makes what its users need once it answers; does nothing when it is there already. */
    default void furnish() throws IOException {}

    /** The signal that makes it end soon and in good order. */
    default String stopSignal() {
        return "TERM";
    }
}
