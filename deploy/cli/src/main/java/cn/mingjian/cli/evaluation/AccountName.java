package cn.mingjian.cli.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an evaluator's account is called: {@code dagang-2023-final.tp-1}. */
final class AccountName {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9._-]+");
    private static final int DIGEST_LENGTH = 10;

    private AccountName() {}

    /**
     * Evaluators' codes are free text in a bundle; Keycloak keeps small Latin letters, digits and a few signs. A code with
     * anything else keeps what can be kept and adds a digest, so that {@code T1}, {@code t1} and {@code 评委1} stay three.
     */
    static String of(String evaluation, String evaluator) {
        if (PLAIN.matcher(evaluator).matches()) {
            return evaluation + "." + evaluator;
        }
        String kept = evaluator.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "");
        return evaluation + "." + kept + "-" + digest(evaluator);
    }

    private static String digest(String evaluator) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(evaluator.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
