package cn.mingjian.stack;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Where passwords and client secrets come from. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 192 random bits in lower-case hexadecimal. */
    public static String next() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
