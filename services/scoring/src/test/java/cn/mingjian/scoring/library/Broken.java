package cn.mingjian.scoring.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Workbooks as they come when something went wrong on their way or somebody wrote them by hand. */
final class Broken {

    private Broken() {}

    /** The file with a byte changed, or cut off somewhere. */
    static byte[] bytes(byte[] whole, Random random) {
        int at = random.nextInt(whole.length);
        if (random.nextBoolean()) {
            return Arrays.copyOf(whole, at);
        }
        byte[] broken = whole.clone();
        broken[at] ^= (byte) (1 + random.nextInt(255));
        return broken;
    }

    /** The file, packed anew, with one of its parts missing or its text changed in one place. */
    static byte[] part(byte[] whole, Random random) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(whole).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        String name = parts.keySet().toArray(String[]::new)[random.nextInt(parts.size())];
        String text = new String(parts.get(name), StandardCharsets.UTF_8);
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(name, utf8(text.substring(0, at) + text.substring(to)));
            case 2 -> parts.put(name, utf8(text.substring(0, to) + text.substring(at)));
            default -> parts.put(name, utf8(text.substring(0, at) + -7 + text.substring(to)));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
