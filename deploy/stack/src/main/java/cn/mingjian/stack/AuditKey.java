package cn.mingjian.stack;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The Ed25519 pair by which a service's audit is known as its own, both halves in base 64.
 *
 * @param signing PKCS #8, the service's secret
 * @param verifying X.509, for whoever checks
 */
public record AuditKey(String signing, String verifying) {

    public static AuditKey next() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var base64 = Base64.getEncoder();
            return new AuditKey(
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }
}
