package cn.mingjian.cli;

import cn.mingjian.cli.archive.Archive;
import cn.mingjian.cli.evaluation.Progress;
import cn.mingjian.cli.platform.Api;
import cn.mingjian.cli.platform.Halt;
import cn.mingjian.cli.platform.Installation;
import cn.mingjian.cli.platform.Keycloak;
import cn.mingjian.cli.platform.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(names = "--account", paramLabel = "NAME", description = "以民政局的哪个账号读取；不写为该区开通时的账号")
    private @Nullable String account;

    @Option(names = "--password-file", paramLabel = "FILE", description = "写有该账号密码的文件；不写为演示密码")
    private @Nullable Path passwordFile;

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
            new Archive(installation, bureau(installation), district, evaluation, new Progress(stdout)).writeTo(out);
            stdout.printf("归档在 %s%n", out.toAbsolutePath().normalize());
        });
    }

    private Session bureau(Installation installation) {
        Keycloak keycloak = new Keycloak(installation);
        String name = account == null ? firstAccount(installation, keycloak) : account;
        return passwordFile == null
                ? keycloak.account("bureau", name).orElseThrow(() -> new Halt("没有账号 %s。", name))
                : keycloak.account("bureau", name, password(passwordFile));
    }

    private String firstAccount(Installation installation, Keycloak keycloak) {
        Api.Place place = new Api.Place("district", "/v1/districts/" + Api.Place.segment(district));
        return new Api(installation)
                .get(keycloak.client("installer"), place)
                .at("/bureauAccount/username")
                .asText();
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Halt("读不到密码文件 %s：%s", file, e.getMessage());
        }
    }
}
