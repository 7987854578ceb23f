package cn.mingjian.cli;

import cn.mingjian.cli.archive.Archive;
import cn.mingjian.cli.evaluation.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The archive command: writes a closed round as a bundle with its result, report and history. */
@Command(
        name = "archive",
        description = "把一次已办结的评估归档为数据包，连同结果、报告和经过。",
        exitCodeListHeading = "%n退出码：%n",
        exitCodeList = {"0:已归档", "3:平台拒绝或无法连接"})
public final class ArchiveCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DISTRICT", description = "区的编码")
    private String district = "";

    @Parameters(index = "1", paramLabel = "EVALUATION", description = "评估编号")
    private String evaluation = "";

    @Parameters(index = "2", paramLabel = "OUT", description = "存放归档的文件夹")
    private Path out = Path.of(".");

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    private ArchiveCommand() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ArchiveCommand()).execute(args));
    }

    @Override
    public Integer call() {
        return platform.run((installation, stdout) -> {
            new Archive(installation, district, evaluation, new Progress(stdout)).writeTo(out);
            stdout.printf("归档在 %s%n", out.toAbsolutePath().normalize());
        });
    }
}
