package cn.mingjian.cli;

import cn.mingjian.cli.platform.Installation;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command is told: where the platform keeps its data. */
final class PlatformOptions {

    /** Exit code of a command that the platform refuses or that does not reach it. */
    static final int HALTED = 3;

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

    Installation installation() {
        return Installation.read(data);
    }
}
