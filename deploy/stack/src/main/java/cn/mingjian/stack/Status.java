package cn.mingjian.stack;

import java.util.List;

/**
 * Where a stack stands, as its supervisor last wrote it down.
 *
 * @param supervisor process id
 * @param cold whether this start had to make everything first
 * @param millis from the start until everything answered, or until now
 */
record Status(long supervisor, Phase phase, boolean cold, long millis, List<PartStatus> parts) {

    enum Phase {
        STARTING,
        READY,
        FAILED,
        STOPPING
    }

    enum State {
        WAITING("等待依赖"),
        STARTING("启动中"),
        READY("就绪"),
        RESTARTING("等待重启"),
        FAILED("失败"),
        STOPPED("已停止");

        private final String title;

        State(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /**
     * One process.
     *
     * @param pid 0 while there is none
     * @param millis from the stack's start until it first answered, 0 before
     * @param restarts how often it died and was started again
     * @param failure why it could not be started, empty otherwise
     */
    record PartStatus(String name, String title, State state, long pid, long millis, int restarts, String failure) {}

    Status {
        parts = List.copyOf(parts);
    }
}
