package cn.mingjian.district.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server that takes whatever it is given, and shows it. */
public class MailServer implements QuarkusTestResourceLifecycleManager {

    /** On one port for good, so that it is found again after a pause. */
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** What reached an address. */
    static List<Message> sentTo(String address) {
        return Arrays.<Message>stream(SERVER.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .toList();
    }

    static void stopTaking() {
        SERVER.stop();
    }

    static void takeAgain() {
        SERVER.start();
    }

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return Map.of(
                "mingjian.mail.from", "mingjian@example.org",
                "quarkus.mailer.port", Integer.toString(SERVER.getSmtp().getPort()),
                "quarkus.mailer.start-tls", "DISABLED");
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static String recipient(Message message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
