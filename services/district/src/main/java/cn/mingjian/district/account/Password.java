package cn.mingjian.district.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password that is told once and typed once: four groups of four, without characters that are taken for each other. */
final class Password {

    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Password() {}

    /** Some 79 random bits; at least a letter and a digit, as the directory demands. */
    static String random() {
        String password;
        do {
            password = IntStream.range(0, GROUPS).mapToObj(_ -> group()).collect(Collectors.joining("-"));
        } while (!password.matches(".*[a-z].*") || !password.matches(".*\\d.*"));
        return password;
    }

    private static String group() {
        return RANDOM.ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(at -> CHARACTERS.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
