package cn.mingjian.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * How far a service's chain reached at some time, signed by the service: whatever is changed at or below {@code seq}
 * afterwards contradicts it.
 *
 * @param seq number of entries sealed, above 0
 * @param hash of the last of them, in lower-case hexadecimal
 * @param signature Ed25519 over the other fields, base 64
 */
public record Checkpoint(String service, long seq, String hash, Instant sealedAt, String signature) {

    /** Without the installation's prefix; one partition, kept for ever. */
    public static final String TOPIC = "audit.checkpoint";

    static final String TYPE = "cn.mingjian.audit.CheckpointSigned.v1";

    private static final String ALGORITHM = "Ed25519";

    static Checkpoint sign(String service, long seq, byte[] hash, Instant sealedAt, PrivateKey key) {
        String hex = HexFormat.of().formatHex(hash);
        try {
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(key);
            signing.update(content(service, seq, hex, sealedAt));
            return new Checkpoint(
                    service, seq, hex, sealedAt, Base64.getEncoder().encodeToString(signing.sign()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("checkpoint not signed", failure);
        }
    }

    /** Whether the owner of the key's other half signed exactly this. */
    public boolean isSignedBy(PublicKey key) {
        try {
            Signature verifying = Signature.getInstance(ALGORITHM);
            verifying.initVerify(key);
            verifying.update(content(service, seq, hash, sealedAt));
            return verifying.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static byte[] content(String service, long seq, String hash, Instant sealedAt) {
        return String.join("\n", TYPE, service, Long.toString(seq), hash, sealedAt.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
