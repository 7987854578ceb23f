package cn.mingjian.stack;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The program behind the scripts: {@code up}, {@code down}, {@code status} and {@code test-servers}. */
public final class Stack {

    private Stack() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "test-servers" -> testServers(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Runs the servers of a build's tests until this process is asked to end. */
    private static void testServers(Path file) throws Exception {
        var servers = TestServers.start();
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                servers.close();
            } catch (java.io.IOException e) {
                System.err.println(e.getMessage());
            } finally {
                stopped.countDown();
            }
        }));
        servers.addresses().write(file);
        System.out.println("ready: " + file);
        stopped.await();
    }
}
