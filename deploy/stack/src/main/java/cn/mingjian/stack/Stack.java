package cn.mingjian.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The program behind the scripts:
 * <pre>
 * up [--data DIR] [--without-services | --services a,b]   starts the platform and waits until it answers
 * down [--data DIR]                                       stops it
 * status [--data DIR]                                     what runs, and what it costs
 * supervise …                                             what up leaves running; in the foreground by hand
 * test-servers FILE                                       servers for a build's tests, until it is told to end
 * </pre>
 */
public final class Stack {

    private Stack() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            usage();
            System.exit(2);
        }
        System.exit(run(arguments[0], List.of(arguments).subList(1, arguments.length)));
    }

    private static int run(String command, List<String> options) throws IOException, InterruptedException {
        if (command.equals("test-servers") && options.size() == 1) {
            return testServers(Path.of(options.getFirst()));
        }
        String data = System.getenv()
                .getOrDefault("MINGJIAN_DATA", home().resolve(".mingjian").toString());
        Set<Service.Kind> services = EnumSet.allOf(Service.Kind.class);
        for (int at = 0; at < options.size(); at++) {
            String option = options.get(at);
            if (option.equals("--without-services")) {
                services.clear();
            } else if (option.equals("--data") && at + 1 < options.size()) {
                data = options.get(++at);
            } else if (option.equals("--services") && at + 1 < options.size()) {
                List<String> wanted = List.of(options.get(++at).split(",", -1));
                services.removeIf(kind -> !wanted.contains(kind.id()));
            } else {
                usage();
                return 2;
            }
        }
        var folder = new StackFolder(Path.of(data));
        return switch (command) {
            case "up" -> new Commands(folder, home()).up(services);
            case "down" -> new Commands(folder, home()).down();
            case "status" -> new Commands(folder, home()).status();
            case "supervise" -> new Supervisor(folder).run(home(), services);
            default -> {
                usage();
                yield 2;
            }
        };
    }

    /** The project's folder, above the one with the servers. */
    private static Path home() {
        return Installation.find().folder().resolve("../../../..").normalize();
    }

    private static void usage() {
        System.err.println("用法：up|down|status [--data 目录] [--without-services | --services a,b] · test-servers 文件");
    }

    /** Runs the servers of a build's tests until this process is asked to end. */
    private static int testServers(Path file) throws IOException, InterruptedException {
        var servers = TestServers.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                servers.close();
            } catch (IOException e) {
                System.err.println("test servers left data behind: " + e.getMessage());
            }
        }));
        servers.addresses().write(file);
        System.out.println("ready: " + file);
        new CountDownLatch(1).await();
        return 0;
    }
}
