package cn.mingjian.platform.limit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The path and query of a request as it was sent. */
final class RequestTarget {

    private RequestTarget() {}

    /** Whether it decodes to text without control characters: whole percent triplets, UTF-8. */
    static boolean isReadable(String target) {
        byte[] decoded = new byte[target.length()];
        int length = 0;
        for (int at = 0; at < target.length(); at++) {
            char character = target.charAt(at);
            int value = character;
            if (character == '%') {
                int high = at + 2 < target.length() ? Character.digit(target.charAt(at + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(target.charAt(at + 2), 16);
                if (low < 0) {
                    return false;
                }
                value = high << 4 | low;
                at += 2;
            } else if (character > 0x7E) {
                return false;
            }
            if (value < ' ' || value == 0x7F) {
                return false;
            }
            decoded[length++] = (byte) value;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded, 0, length));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
