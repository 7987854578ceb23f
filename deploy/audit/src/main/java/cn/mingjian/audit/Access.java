package cn.mingjian.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Where the databases and the checkpoints are, and whose signatures count. The stack leaves it as {@code audit.json} in its
 * data folder; elsewhere the auditor writes it.
 *
 * @param kafka settings of a Kafka client that may read the topic {@code audit.checkpoint}: {@code bootstrap.servers} and what the
 *     broker asks for
 * @param topicPrefix of the installation's topics
 * @param services by name
 */
public record Access(Map<String, String> kafka, String topicPrefix, Map<String, Database> services) {

    /**
     * One service's own.
     *
     * @param user may read everything, row-level security or not
     * @param keys Ed25519 public keys it has signed with, X.509 in base 64; more than one after a change of keys
     */
    public record Database(String url, String user, String password, List<String> keys) {

        List<PublicKey> publicKeys() {
            List<PublicKey> parsed = new ArrayList<>();
            for (String key : keys) {
                try {
                    parsed.add(KeyFactory.getInstance("Ed25519")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
                } catch (GeneralSecurityException | IllegalArgumentException malformed) {
                    throw new IllegalArgumentException("不是 Ed25519 公钥：" + key, malformed);
                }
            }
            return parsed;
        }
    }

    static Access read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), Access.class);
    }
}
