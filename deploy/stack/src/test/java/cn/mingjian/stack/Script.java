package cn.mingjian.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server made of a shell script: it answers as soon as it has made the file {@code NAME.up}. */
record Script(String name, Path folder, String script) implements Server {

    /** Whatever answered before has died. */
    @Override
    public void prepare(Launcher launcher) throws IOException {
        Files.deleteIfExists(folder.resolve(name + ".up"));
    }

    @Override
    public Command command() {
        return new Command(List.of("sh", "-c", script, name, folder.toString()), Map.of(), folder);
    }

    @Override
    public boolean answers() {
        return Files.exists(folder.resolve(name + ".up"));
    }
}
