package cn.mingjian.cli.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of which records were read, on which line, and what they said: 28 bytes each, so that millions of
 * records need no more memory than a picture. Records are told apart by 128 bits of a digest.
 */
final class RecordVersions {
    private static final int LONGS = 3;

    /** Open addressing: two longs that name a version and one that stands for its content. */
    private long[] digests = new long[LONGS << 12];

    /** The line on which a version stood first; 0 where there is none. */
    private int[] lines = new int[1 << 12];

    private int size;

    /** The first line of the same version of the same record, when it said something else. */
    OptionalInt differing(String id, String version, Map<String, @Nullable Object> record, int line) {
        ByteBuffer name = digest(id + "\n" + version);
        long first = name.getLong();
        long second = name.getLong();
        long content = digest(said(record).toString()).getLong();
        if (2 * (size + 1) > lines.length) {
            grow();
        }
        int place = place(first, second);
        if (lines[place] == 0) {
            put(place, first, second, content, line);
            size++;
            return OptionalInt.empty();
        }
        return digests[place * LONGS + 2] == content ? OptionalInt.empty() : OptionalInt.of(lines[place]);
    }

    private int place(long first, long second) {
        int place = (int) (first & (lines.length - 1));
        while (lines[place] != 0 && (digests[place * LONGS] != first || digests[place * LONGS + 1] != second)) {
            place = (place + 1) & (lines.length - 1);
        }
        return place;
    }

    private void put(int place, long first, long second, long content, int line) {
        digests[place * LONGS] = first;
        digests[place * LONGS + 1] = second;
        digests[place * LONGS + 2] = content;
        lines[place] = line;
    }

    private void grow() {
        long[] before = digests;
        int[] linesBefore = lines;
        digests = new long[before.length * 2];
        lines = new int[linesBefore.length * 2];
        for (int i = 0; i < linesBefore.length; i++) {
            if (linesBefore[i] != 0) {
                int place = place(before[i * LONGS], before[i * LONGS + 1]);
                put(place, before[i * LONGS], before[i * LONGS + 1], before[i * LONGS + 2], linesBefore[i]);
            }
        }
    }

    /** A member without a value says as much as no member at all; the order of members says nothing. */
    private static Map<String, String> said(Map<String, @Nullable Object> record) {
        Map<String, String> said = new TreeMap<>();
        record.forEach((member, value) -> {
            if (value != null) {
                said.put(quoted(member), quoted(value.getClass().getSimpleName() + value));
            }
        });
        return said;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static ByteBuffer digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
