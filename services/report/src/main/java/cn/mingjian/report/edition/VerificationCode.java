package cn.mingjian.report.edition;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a printed report is verified by: 128 random bits, written as eight groups of four hexadecimal digits. Only its hash
 * is kept beside the report.
 */
record VerificationCode(String text) {

    private static final int BYTES = 16;
    private static final Pattern GROUPS = Pattern.compile("[0-9A-F]{4}(-[0-9A-F]{4}){7}");

    VerificationCode {
        if (!GROUPS.matcher(text).matches()) {
            throw new IllegalArgumentException("a verification code has eight groups of four hexadecimal digits");
        }
    }

    static VerificationCode random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return grouped(HexFormat.of().withUpperCase().formatHex(bits));
    }

    /** As somebody types it: case, spaces and dashes do not matter. */
    static VerificationCode parse(String typed) {
        return grouped(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    private static VerificationCode grouped(String digits) {
        return new VerificationCode(String.join("-", digits.split("(?<=\\G.{4})")));
    }

    String hash() {
        return PrintedFile.sha256(text.getBytes(StandardCharsets.US_ASCII));
    }
}
