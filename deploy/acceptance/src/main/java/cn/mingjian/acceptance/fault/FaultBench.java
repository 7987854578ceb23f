package cn.mingjian.acceptance.fault;

import cn.mingjian.acceptance.running.Ending;
import cn.mingjian.acceptance.running.Platform;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** {@code scripts/bench faults}: kills every process in turn, by itself and beside others, at moments drawn from a seed, in a platform of its own. */
public final class FaultBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int MOMENTS = 64;
    private static final long SEED = 1;
    private static final Duration VERIFYING = Duration.ofMinutes(5);

    private FaultBench() {}

    /** Ends with 0 when every run was like the undisturbed one, with 1 when one was not, with 2 when asked wrongly. */
    public static void main(String[] arguments) throws Exception {
        long seed = SEED;
        int moments = MOMENTS;
        for (int at = 0; at < arguments.length; at += 2) {
            if (at + 1 == arguments.length || !arguments[at + 1].matches("\\d{1,9}")) usage();
            switch (arguments[at]) {
                case "--seed" -> seed = Long.parseLong(arguments[at + 1]);
                case "--moments" -> moments = Integer.parseInt(arguments[at + 1]);
                default -> usage();
            }
        }
        System.exit(run(seed, moments) ? 0 : 1);
    }

    private static void usage() {
        System.err.println("用法：scripts/bench faults [--seed 种子] [--moments 次数]");
        System.exit(2);
    }

    private static boolean run(long seed, int moments) throws Exception {
        Path root = Path.of(System.getProperty("project.root")).toAbsolutePath().normalize();
        Path folder = Files.createTempDirectory("mingjian-faults").toRealPath();
        Platform platform = new Platform(root, folder.resolve("data"));
        Thread end = new Thread(() -> clear(platform, folder));
        Runtime.getRuntime().addShutdownHook(end);
        OUT.println("正在启动平台……");
        Ending up = platform.up();
        if (up.code() != 0) {
            OUT.println(up.said());
            return false;
        }
        Durability durability = Durability.of(platform);
        OUT.printf(
                "机器：%d 核，%s %s，Java %s%n服务器的落盘设置：%s%s%n种子：%d，时刻：%d%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                durability.settings(),
                durability.exceptions().isEmpty() ? "" : "，例外：" + durability.exceptions(),
                seed,
                moments);
        if (!durability.holds()) {
            OUT.println("✗ 服务器没有把确认过的内容写到盘上，这样的比较没有意义");
            return false;
        }
        return compared(platform, folder, seed, moments);
    }

    private static boolean compared(Platform platform, Path folder, long seed, int count)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        // The first evaluation of a platform is slow; moments are drawn from the second one.
        Faults cold = Faults.begin(platform, folder, "cold");
        Faults faults = Faults.begin(platform, folder, "ref");
        List<String> differences = cold.repeated("twin");
        if (!differences.isEmpty()) {
            OUT.println("✗ 两次未受干扰的评估已经不同，比较不可用：");
            differences.forEach(OUT::println);
            return false;
        }
        OUT.println("未受干扰的评估重复一次：各表、账号、事件一致");
        List<Faults.Verdict> verdicts = new ArrayList<>();
        for (Moment moment : faults.draw(seed, count, Faults.TARGETS)) {
            Faults.Verdict verdict = faults.at(moment);
            verdicts.add(verdict);
            tell(verdict);
        }
        boolean equal = summary(verdicts);
        return auditIsWhole(platform) && equal;
    }

    private static boolean auditIsWhole(Platform platform) throws IOException, InterruptedException {
        Ending verified = platform.verifyAudit().await(VERIFYING);
        OUT.println(verified.code() == 0 ? "核对审计：无篡改" : "✗ 核对审计（退出码 " + verified.code() + "）：");
        if (verified.code() != 0) OUT.println(verified.said());
        return verified.code() == 0;
    }

    private static void tell(Faults.Verdict verdict) {
        OUT.printf(
                "%3d  %-17s  %-18s  恢复 %5.1f 秒  全程 %6.1f 秒  重新运行 %d 次  %s%n",
                verdict.number(),
                verdict.target(),
                verdict.moment(),
                seconds(verdict.back()),
                seconds(verdict.took()),
                verdict.resumed(),
                verdict.differences().isEmpty() ? "✓ 一致" : "✗ 不一致");
        verdict.differences().forEach(difference -> OUT.println("     " + difference));
    }

    private static boolean summary(List<Faults.Verdict> verdicts) {
        long equal = verdicts.stream()
                .filter(verdict -> verdict.differences().isEmpty())
                .count();
        long resumed =
                verdicts.stream().filter(verdict -> verdict.resumed() > 0).count();
        OUT.printf(
                "共 %d 个时刻：%d 个一致，%d 个不一致；%d 个一次跑完，%d 个以退出码 3 或命令被杀后重新运行%n",
                verdicts.size(), equal, verdicts.size() - equal, verdicts.size() - resumed, resumed);
        return equal == verdicts.size();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static void clear(Platform platform, Path folder) {
        try {
            platform.down();
            new Platform(platform.root(), folder).delete();
        } catch (IOException e) {
            System.err.println("数据留在 " + folder + "：" + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
