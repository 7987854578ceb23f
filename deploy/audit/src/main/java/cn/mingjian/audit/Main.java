package cn.mingjian.audit;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verify-audit command: tells whether anything was changed behind the audit's back. It changes nothing itself. */
@Command(
        name = "verify-audit",
        description = "核对各服务的审计记录：哈希链、签名检查点、表中数据与审计记录是否一致。只读，可在平台运行时执行。",
        exitCodeListHeading = "%n退出码：%n",
        exitCodeList = {"0:没有发现篡改", "1:发现篡改，逐条列出", "2:用法有误", "3:数据库或消息服务无法连接"})
public final class Main implements Callable<Integer> {

    private static final int TAMPERED = 1;
    private static final int MISUSED = 2;
    private static final int OUT_OF_REACH = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "要核对的服务（默认全部）")
    private List<String> wanted = List.of();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:MINGJIAN_DATA:-.mingjian}",
            description = "平台的数据文件夹，其中的 audit.json 写明数据库、消息服务和各服务的公钥")
    private Path data = Path.of(".mingjian");

    @Option(names = "--access", paramLabel = "FILE", description = "另一份 audit.json")
    private @Nullable Path access;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本说明")
    private boolean help;

    private final PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    private final PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() {
        Access installation;
        try {
            installation = Access.read(access == null ? data.resolve("audit.json") : access);
        } catch (IOException unreadable) {
            err.printf("读不到 audit.json：%s%n", unreadable.getMessage());
            return OUT_OF_REACH;
        }
        var services = new TreeSet<>(installation.services().keySet());
        if (!services.containsAll(wanted)) {
            var unknown = new ArrayList<>(wanted);
            unknown.removeAll(services);
            err.printf("没有这样的服务：%s（有：%s）%n", String.join("、", unknown), String.join("、", services));
            return MISUSED;
        }
        int code = 0;
        for (String service : wanted.isEmpty() ? services : new TreeSet<>(wanted)) {
            code = Math.max(code, verify(service, installation));
        }
        if (code == 0) {
            out.println("没有发现篡改。最后检查点之后的记录尚不受检查点保护。");
        }
        return code;
    }

    private int verify(String service, Access installation) {
        try {
            Verification.Outcome outcome = Verification.of(service, installation);
            Verification.Extent extent = outcome.extent();
            out.printf(
                    "%s %s：已封存 %d 条，检查点证明到第 %d 条%s，待封存 %d 条，核对 %d 张表%n",
                    outcome.clean() ? "✓" : "✗",
                    service,
                    extent.sealed(),
                    extent.proved(),
                    extent.at() == null ? "" : "（" + TIME.format(extent.at()) + "）",
                    extent.unsealed(),
                    outcome.tables());
            outcome.findings().forEach(finding -> out.printf("    %s%n", finding.text()));
            if (outcome.beyond() > 0) {
                out.printf("    另有 %d 处%n", outcome.beyond());
            }
            return outcome.clean() ? 0 : TAMPERED;
        } catch (SQLException | KafkaException unreachable) {
            err.printf("%s：无法核对：%s%n", service, unreachable.getMessage());
            return OUT_OF_REACH;
        }
    }
}
