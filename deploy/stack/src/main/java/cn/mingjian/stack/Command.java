package cn.mingjian.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One command line with the folder it runs in and what its environment holds besides the inherited. */
public record Command(List<String> line, Map<String, String> environment, Path directory) {

    public Command {
        if (line.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** The Java that runs this program, so that all processes run on the same one. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
