package cn.mingjian.cli;

import cn.mingjian.cli.platform.Halt;
import cn.mingjian.cli.platform.Installation;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command is told, where the platform keeps its data, and how every command ends. */
final class PlatformOptions {
    private static final int HALTED = 3;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            defaultValue = "${env:MINGJIAN_DATA:-.mingjian}",
            description = "平台的数据文件夹")
    private Path data = Path.of(".mingjian");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本说明")
    private boolean help;

    /** What a command does with the platform, and says. */
    @FunctionalInterface
    interface Work {
        void run(Installation installation, PrintWriter stdout);
    }

    /** Does it, and answers the exit code: 0 done, 3 refused or out of reach, which is told on standard error. */
    int run(Work work) {
        try {
            work.run(Installation.read(data), writer(System.out));
            return 0;
        } catch (Halt halt) {
            halt.lines().forEach(writer(System.err)::println);
            return HALTED;
        }
    }

    /** UTF-8, whatever the terminal's own encoding. */
    static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
