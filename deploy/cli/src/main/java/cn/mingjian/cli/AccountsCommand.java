package cn.mingjian.cli;

import cn.mingjian.cli.bundle.Bundle;
import cn.mingjian.cli.bundle.Fault;
import cn.mingjian.cli.evaluation.Progress;
import cn.mingjian.cli.evaluation.Round;
import cn.mingjian.cli.platform.Halt;
import cn.mingjian.cli.platform.Installation;
import cn.mingjian.cli.platform.Keycloak;
import cn.mingjian.cli.platform.Keycloak.DemoAccount;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells where the six portals are, who can sign in to a demo and how; a platform that is no demo has no such accounts. */
@Command(name = "accounts", description = "列出六个门户的地址、演示账号和密码。")
public final class AccountsCommand implements Callable<Integer> {

    /** The six portals by role. */
    private static final Map<String, String> PORTALS = new LinkedHashMap<>();

    static {
        PORTALS.put("third-party", "第三方评估");
        PORTALS.put("supervisory-center", "督导中心");
        PORTALS.put("purchaser", "购买方");
        PORTALS.put("supervisor", "监督方");
        PORTALS.put("operator", "承办方");
        PORTALS.put("bureau", "区民政局");
    }

    @Option(names = "--demo", paramLabel = "BUNDLE", description = "还没有账号时，先按这个数据包登记区、社工站和服务协议，建立各方账号")
    private @Nullable Path demo;

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    private AccountsCommand() {}

    /** Runs the command and ends the process with its exit code: 0 told, 3 refused or out of reach. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new AccountsCommand()).execute(args));
    }

    @Override
    public Integer call() {
        return platform.run((installation, stdout) -> {
            Keycloak keycloak = new Keycloak(installation);
            List<DemoAccount> people = keycloak.people();
            if (demo != null && enrol(demo, people, installation, stdout)) {
                people = keycloak.people();
            }
            tell(installation.portal(), people, stdout);
        });
    }

    /** On an empty platform, and once more where that was interrupted: wherever there is nobody but some of the demo's people. */
    private static boolean enrol(Path demo, List<DemoAccount> people, Installation installation, PrintWriter stdout) {
        return switch (Bundle.read(demo)) {
            case Bundle.Reading.Wrong wrong ->
                throw new Halt(wrong.faults().stream().map(Fault::toString).toList());
            case Bundle.Reading.Correct correct -> {
                Round round = new Round(correct.bundle(), installation, new Progress(stdout));
                Set<String> known = people.stream().map(DemoAccount::username).collect(Collectors.toSet());
                boolean isMissing = round.accounts().containsAll(known)
                        && known.size() < round.accounts().size();
                if (isMissing) {
                    round.enrol();
                }
                yield isMissing;
            }
        };
    }

    /** Each portal with the accounts that enter there. */
    static void tell(URI portal, List<DemoAccount> people, PrintWriter stdout) {
        PORTALS.forEach((role, title) -> {
            stdout.printf("%s  %s/%s%n", title, portal, role);
            people.stream()
                    .filter(person -> person.groups().stream().anyMatch(group -> group.endsWith("/" + role)))
                    .forEach(person -> stdout.printf("  %s  %s%n", person.username(), person.password()));
        });
        stdout.println(people.isEmpty() ? "还没有演示账号：scripts/up 或 scripts/evaluate 会建立。" : "以上为演示密码；已自设密码的账号以自设的为准。");
    }
}
