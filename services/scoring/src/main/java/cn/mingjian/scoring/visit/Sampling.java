package cn.mingjian.scoring.visit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Draws files at random so that anybody can draw them again: the codes are put in the order of SHA-256 over seed, line feed and
 * code, and the first ones are the sample. The order in which the population was written never matters.
 */
final class Sampling {

    private Sampling() {}

    /** @return {@code size} of the population's codes in the order in which they were drawn */
    static List<String> draw(List<String> population, int size, String seed) {
        return population.stream()
                .sorted(Comparator.comparing((String code) -> lot(seed, code)).thenComparing(Comparator.naturalOrder()))
                .limit(size)
                .toList();
    }

    private static String lot(String seed, String code) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((seed + "\n" + code).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
