package cn.mingjian.district.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server that takes whatever it is given, and shows it. */
public class MailServer implements QuarkusTestResourceLifecycleManager {

    private static GreenMail server;

    /** What reached an address. */
    static List<Message> sentTo(String address) {
        return Arrays.<Message>stream(server.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .toList();
    }

    static void stopTaking() {
        server.stop();
    }

    static void takeAgain() {
        server.start();
    }

    @Override
    public Map<String, String> start() {
        ServerSetup somewhere = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        GreenMail probe = new GreenMail(somewhere);
        probe.start();
        int port = probe.getSmtp().getPort();
        probe.stop();
        // On one port for good, so that it is found again after a pause.
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return Map.of(
                "mingjian.mail.from", "mingjian@example.org",
                "quarkus.mailer.port", Integer.toString(port),
                "quarkus.mailer.start-tls", "DISABLED");
    }

    @Override
    public void stop() {
        server.stop();
    }

    private static String recipient(Message message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
