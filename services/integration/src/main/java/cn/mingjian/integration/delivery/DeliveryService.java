package cn.mingjian.integration.delivery;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.event.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Takes deliveries: whole, in one transaction, or not at all. */
@ApplicationScoped
class DeliveryService {
    private static final Duration LONGEST_DELIVERY = Duration.ofHours(1);

    private final Deliveries deliveries;
    private final Outbox outbox;

    DeliveryService(Deliveries deliveries, Outbox outbox) {
        this.deliveries = deliveries;
        this.outbox = outbox;
    }

    /** A receipt, and whether this very request made it. */
    record Received(Receipt receipt, boolean isNew) {}

    Received receive(Place station, String key, InputStream body) {
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST_DELIVERY.toSeconds()))
                .call(() -> {
                    var digested = new DigestInputStream(body, sha256());
                    return deliveries.claim(station, key)
                            ? new Received(takeIn(station, key, digested), true)
                            : new Received(compare(station, key, digested), false);
                });
    }

    private Receipt takeIn(Place station, String key, DigestInputStream body) throws IOException {
        var intake = new DeliveryIntake(station, key, deliveries, outbox);
        intake.readAll(body);
        return deliveries.received(station, key, hex(body), intake.lines(), intake.quarantined());
    }

    private Receipt compare(Place station, String key, DigestInputStream body) throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
        var receipt = deliveries.find(station, key).orElseThrow();
        if (!receipt.digest().equals(hex(body))) {
            throw DeliveryProblem.DELIVERY_DIFFERS.because("推送 %s 已收到，内容摘要为 %s", key, receipt.digest());
        }
        return receipt;
    }

    private static String hex(DigestInputStream read) {
        return HexFormat.of().formatHex(read.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
