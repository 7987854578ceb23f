package cn.mingjian.integration.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A way to a database on which something happens just before the first connection comes through. */
final class Detour implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final URI database;

    /** @param address of the database for JDBC */
    Detour(String address, Runnable happening) throws IOException {
        database = URI.create(address.substring("jdbc:".length()));
        Thread.ofVirtual().start(() -> {
            try (Socket caller = entrance.accept();
                    Socket server = new Socket(database.getHost(), database.getPort())) {
                happening.run();
                Thread there = Thread.ofVirtual().start(() -> carry(caller, server));
                carry(server, caller);
                there.join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + entrance.getLocalPort() + database.getPath();
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException hungUp) {
            // Whoever hangs up ends the connection for both.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
