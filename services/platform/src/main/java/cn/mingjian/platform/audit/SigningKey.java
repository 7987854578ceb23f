package cn.mingjian.platform.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The service's Ed25519 key as it is configured: PKCS #8, as PEM or its bare base 64. */
final class SigningKey {

    private SigningKey() {}

    static PrivateKey parse(String text) {
        String base64 = text.replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            // The cause might quote the key.
            throw new IllegalArgumentException("MINGJIAN_AUDIT_KEY is no Ed25519 private key in PKCS #8");
        }
    }
}
