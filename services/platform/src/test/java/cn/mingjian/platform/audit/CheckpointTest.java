package cn.mingjian.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Instant NOON = Instant.parse("2023-11-20T04:00:00.123Z");

    private final KeyPair keys = pair();
    private final Checkpoint signed = Checkpoint.sign("scoring", 7, Chain.origin("scoring"), NOON, keys.getPrivate());

    @Test
    void isKnownByTheKeyThatSignedItAndByNoOther() {
        assertThat(signed.isSignedBy(keys.getPublic())).isTrue();
        assertThat(signed.isSignedBy(pair().getPublic())).isFalse();
    }

    @Test
    void isForgedWhenAnyPartOfItIsAnother() {
        String signature = signed.signature();
        String hash = signed.hash();

        assertThat(new Checkpoint("report", 7, hash, NOON, signature).isSignedBy(keys.getPublic()))
                .isFalse();
        assertThat(new Checkpoint("scoring", 8, hash, NOON, signature).isSignedBy(keys.getPublic()))
                .isFalse();
        assertThat(new Checkpoint("scoring", 7, "00", NOON, signature).isSignedBy(keys.getPublic()))
                .isFalse();
        assertThat(new Checkpoint("scoring", 7, hash, NOON.plusMillis(1), signature).isSignedBy(keys.getPublic()))
                .isFalse();
        assertThat(new Checkpoint("scoring", 7, hash, NOON, "no base 64").isSignedBy(keys.getPublic()))
                .isFalse();
    }

    @Test
    void aKeyIsReadWithOrWithoutItsArmour() {
        String base64 = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());

        assertThat(SigningKey.parse(base64)).isEqualTo(keys.getPrivate());
        assertThat(SigningKey.parse("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n"))
                .isEqualTo(keys.getPrivate());
        assertThatThrownBy(() -> SigningKey.parse("secret"))
                .hasMessageContaining("MINGJIAN_AUDIT_KEY")
                .hasMessageNotContaining("secret");
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
