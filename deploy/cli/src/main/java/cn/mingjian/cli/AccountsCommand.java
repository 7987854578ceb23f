package cn.mingjian.cli;

import cn.mingjian.cli.platform.Keycloak;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells who can sign in to a demo and how; a platform that is no demo has no such accounts. */
@Command(name = "accounts", description = "列出演示账号、密码和登录的门户。")
public final class AccountsCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    private AccountsCommand() {}

    /** Runs the command and ends the process with its exit code: 0 told, 3 out of reach. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new AccountsCommand()).execute(args));
    }

    @Override
    public Integer call() {
        return platform.run((installation, stdout) -> {
            List<Keycloak.DemoAccount> people = new Keycloak(installation).people();
            if (people.isEmpty()) {
                stdout.println("还没有演示账号：运行 scripts/evaluate 之后再看。");
            }
            for (Keycloak.DemoAccount person : people) {
                for (String group : person.groups()) {
                    String role = group.substring(group.lastIndexOf('/') + 1);
                    stdout.printf("%s/%s  %s  %s%n", installation.portal(), role, person.username(), person.password());
                }
            }
        });
    }
}
