package cn.mingjian.cli;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.evaluation.Progress;
import cn.mingjian.cli.evaluation.Round;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The evaluate command: takes a bundle through the running platform, or tells what is wrong with it. */
@Command(
        name = "evaluate",
        description = "把一个评估数据包送进平台评估，并取回结果和报告。",
        exitCodeListHeading = "%n退出码：%n",
        exitCodeList = {"0:评估已办结，报告已签发", "2:数据包有误，问题逐条列在标准错误输出", "3:平台拒绝或无法连接，再次运行会从中断处继续"})
public final class Main implements Callable<Integer> {
    private static final int WRONG = 2;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "数据包文件夹")
    private Path bundle = Path.of("deploy", "demo", "dagang");

    @Parameters(index = "1", arity = "0..1", paramLabel = "OUT", description = "存放结果的文件夹（默认 out/评估编号）")
    private Path out;

    @Option(names = "--check", description = "只检查数据包，不连接平台")
    private boolean check;

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Every request of this command may be sent twice: all are reads or whole documents.
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() {
        return switch (Bundle.read(bundle)) {
            case Bundle.Reading.Wrong wrong -> {
                wrong.faults().forEach(PlatformOptions.writer(System.err)::println);
                yield WRONG;
            }
            case Bundle.Reading.Correct correct -> check ? 0 : evaluate(correct.bundle());
        };
    }

    private int evaluate(Bundle correct) {
        return platform.run((installation, stdout) -> {
            Path folder = out == null ? Path.of("out", correct.code()) : out;
            new Round(correct, installation, new Progress(stdout)).run(folder);
            stdout.printf("结果和报告在 %s%n", folder.toAbsolutePath().normalize());
        });
    }
}
