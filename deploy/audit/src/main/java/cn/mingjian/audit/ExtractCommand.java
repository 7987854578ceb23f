package cn.mingjian.audit;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the audit of one evaluation beside its archive. It changes nothing in any database. */
@Command(
        name = "extract-audit",
        description = "导出一次评估在各服务中的审计记录，每条附其封存所接续的哈希。",
        exitCodeListHeading = "%n退出码：%n",
        exitCodeList = {"0:已导出", "3:读不到 audit.json 或数据库无法连接"})
public final class ExtractCommand implements Callable<Integer> {

    private static final int OUT_OF_REACH = 3;

    @Parameters(index = "0", paramLabel = "EVALUATION", description = "评估编号")
    private String evaluation = "";

    @Parameters(index = "1", paramLabel = "OUT", description = "存放各服务记录的文件夹")
    private Path out = Path.of(".");

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:MINGJIAN_DATA:-.mingjian}",
            description = "平台的数据文件夹，其中的 audit.json 写明数据库")
    private Path data = Path.of(".mingjian");

    private ExtractCommand() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ExtractCommand()).execute(args));
    }

    @Override
    public Integer call() {
        var print = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        try {
            Files.createDirectories(out);
            Access installation = Access.read(data.resolve("audit.json"));
            for (var service : new TreeMap<>(installation.services()).entrySet()) {
                int lines = Extract.write(
                        service.getKey(), service.getValue(), evaluation, out.resolve(service.getKey() + ".ndjson"));
                print.printf("导出 %s 的审计记录 %d 条%n", service.getKey(), lines);
            }
            return 0;
        } catch (IOException | SQLException failure) {
            print.printf("无法导出审计记录：%s%n", failure.getMessage());
            return OUT_OF_REACH;
        }
    }
}
