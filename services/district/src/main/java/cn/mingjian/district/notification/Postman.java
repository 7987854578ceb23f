package cn.mingjian.district.notification;

import cn.mingjian.district.directory.Directory;
import cn.mingjian.platform.caller.Place;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Writes mail to whoever a notification is for and wants it, and sends it. A mail that is not taken is tried again, later and
 * later; after a crash between the server's word and our own it goes out twice under one message id.
 */
@ApplicationScoped
class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Mails mails;
    private final Directory directory;
    private final Mailer mailer;
    private final Optional<String> from;
    private final Clock clock = Clock.systemUTC();

    Postman(
            Mails mails,
            Directory directory,
            Mailer mailer,
            @ConfigProperty(name = "mingjian.mail.from") Optional<String> from) {
        this.mails = mails;
        this.directory = directory;
        this.mailer = mailer;
        this.from = from;
    }

    /** Writes mail to whoever a notification is for and wants it. */
    void spread() {
        if (from.isEmpty()) {
            return;
        }
        for (NotificationEntity notification : QuarkusTransaction.requiringNew().call(mails::unspread)) {
            // Asked outside of the transaction: Keycloak may take its time.
            List<String> accounts = accounts(notification);
            QuarkusTransaction.requiringNew().run(() -> mails.write(notification, accounts, clock.instant()));
        }
    }

    private List<String> accounts(NotificationEntity notification) {
        if (notification.account != null) {
            return List.of(notification.account);
        }
        if (!QuarkusTransaction.requiringNew().call(mails::isAnyWanted)) {
            return List.of();
        }
        String[] place = notification.place.split("/");
        return directory.holders(notification.role, Place.station(place[0], place[1]));
    }

    /** Sends the mail whose turn it is; answers whether there was one. */
    @Transactional
    boolean sendNext() {
        Optional<Mails.Pending> next = from.isEmpty() ? Optional.empty() : mails.take(clock.instant());
        next.ifPresent(mail -> {
            try {
                mailer.send(Mail.withText(
                                mail.address(),
                                "【明鉴】" + NotificationKind.valueOf(mail.kind()).title(),
                                mail.sentence() + "。\n\n请登录明鉴查看。不需要这类邮件的，可在“消息设置”中关闭。\n")
                        .setFrom(from.get())
                        .addHeader("Message-ID", "<notification-%d@mingjian>".formatted(mail.id())));
                mails.sent(mail, clock.instant());
            } catch (RuntimeException refused) {
                Duration pause = Duration.ofSeconds(1L << Math.min(mail.attempts() + 3, 12));
                LOG.warnf("mail %d not sent: %s", mail.id(), refused.toString());
                mails.later(
                        mail,
                        clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause),
                        refused.getClass().getSimpleName());
            }
        });
        return next.isPresent();
    }
}
