package cn.mingjian.platform.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** 128 random bits, written as eight groups of four hexadecimal digits. What it opens is found by its hash. */
public record SecretCode(String text) {

    private static final int BYTES = 16;
    private static final Pattern GROUPS = Pattern.compile("[0-9A-F]{4}(-[0-9A-F]{4}){7}");

    public SecretCode {
        if (!GROUPS.matcher(text).matches()) {
            throw new IllegalArgumentException("a code has eight groups of four hexadecimal digits");
        }
    }

    public static SecretCode random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new SecretCode(grouped(HexFormat.of().withUpperCase().formatHex(bits)));
    }

    /** As somebody types it: case, spaces and dashes do not matter. Empty where it is no code. */
    public static Optional<SecretCode> parse(String typed) {
        String code = grouped(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
        return GROUPS.matcher(code).matches() ? Optional.of(new SecretCode(code)) : Optional.empty();
    }

    private static String grouped(String digits) {
        return String.join("-", digits.split("(?<=\\G.{4})"));
    }

    /** SHA-256 in small hexadecimal letters. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
