package cn.mingjian.report.edition;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of a report and the SHA-256 digest that it is known by. */
record PrintedFile(String name, String mediaType, byte[] content, String digest) {

    static PrintedFile of(String name, String mediaType, byte[] content) {
        return new PrintedFile(name, mediaType, content, sha256(content));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
