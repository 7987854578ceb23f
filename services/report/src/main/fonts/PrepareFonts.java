import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Build step: fetches the Noto fonts by npm and prepares those weights that the PDF uses.
 *
 * <p>PDF writers map a glyph back to the lowest code point that shows it. Noto draws 高 and the Kangxi radical ⾼ with
 * one glyph, so text copied from a report would be unsearchable; PDF/A-2a also refuses control characters. The prepared
 * font therefore has a clean cmap, and no outlines and layout tables that nothing can reach any more.
 *
 * <p>Run by the source launcher: {@code java PrepareFonts.java <folder with package.json> <output folder>}.
 */
final class PrepareFonts {
    private static final String SERIF = "noto-serif-sc";
    private static final String SANS = "noto-sans-sc";
    private static final Map<String, String> WEIGHTS = Map.of(
            "song.ttf", SERIF + "/400Regular/NotoSerifSC_400Regular.ttf",
            "biaosong.ttf", SERIF + "/700Bold/NotoSerifSC_700Bold.ttf",
            "hei.ttf", SANS + "/500Medium/NotoSansSC_500Medium.ttf");
    private static final List<String> KEPT =
            List.of("OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep");

    public static void main(String[] arguments) throws Exception {
        Path source = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Path stamp = target.resolve("stamp");
        String wanted = Files.readString(source.resolve("package-lock.json"))
                + Files.readString(source.resolve("PrepareFonts.java"));
        if (Files.exists(stamp) && Files.readString(stamp).equals(Integer.toHexString(wanted.hashCode()))) {
            return;
        }
        fetch(source);
        Path packages = source.resolve("node_modules/@expo-google-fonts");
        Path folder = Files.createDirectories(target.resolve("fonts"));
        for (Map.Entry<String, String> weight : WEIGHTS.entrySet()) {
            byte[] prepared = prepare(Files.readAllBytes(packages.resolve(weight.getValue())));
            Files.write(folder.resolve(weight.getKey()), prepared);
        }
        for (String family : List.of(SERIF, SANS)) {
            Files.copy(
                    packages.resolve(family + "/LICENSE_FONT"),
                    folder.resolve("OFL-" + family + ".txt"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(stamp, Integer.toHexString(wanted.hashCode()));
    }

    private static void fetch(Path folder) throws IOException, InterruptedException {
        Process npm = new ProcessBuilder(
                        "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        int exit = npm.waitFor();
        if (exit != 0) {
            throw new IOException("npm ci in " + folder + " ended with " + exit);
        }
    }

    private static byte[] prepare(byte[] font) throws IOException {
        Map<String, ByteBuffer> tables = tables(font);
        TreeMap<Integer, Integer> characters = new TreeMap<>();
        characters(tables.get("cmap")).forEach((character, glyph) -> {
            if (!disturbs(character)) {
                characters.put(character, glyph);
            }
        });
        TreeMap<String, byte[]> kept = new TreeMap<>();
        for (String name : KEPT) {
            if (tables.containsKey(name)) {
                kept.put(name, bytes(tables.get(name)));
            }
        }
        kept.put("cmap", cmap(characters));
        // Version 3: no glyph names, which nobody reads.
        kept.put("post", ByteBuffer.allocate(32).put(0, kept.get("post"), 0, 32).putInt(0, 0x00030000).array());
        withoutUnreachable(kept, characters);
        return font(kept);
    }

    /** Aliases of real hanzi, control characters and invisible spaces. */
    private static boolean disturbs(int c) {
        return c < 0x20
                || c >= 0x7f && c <= 0xa0
                || c == 0xad
                || c == 0xfeff
                || c >= 0x2000 && c <= 0x200f
                || c >= 0x2028 && c <= 0x202f
                || c >= 0x2060 && c <= 0x206f
                || c >= 0x2e80 && c <= 0x2fdf
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe00 && c <= 0xfe0f
                || c >= 0x2f800 && c <= 0x2fa1f
                || c >= 0xe0000;
    }

    private static Map<String, ByteBuffer> tables(byte[] font) {
        ByteBuffer all = ByteBuffer.wrap(font);
        Map<String, ByteBuffer> tables = new LinkedHashMap<>();
        int count = all.getShort(4);
        for (int i = 0; i < count; i++) {
            int record = 12 + 16 * i;
            String name = new String(font, record, 4, java.nio.charset.StandardCharsets.US_ASCII);
            tables.put(name, all.slice(all.getInt(record + 8), all.getInt(record + 12)));
        }
        return tables;
    }

    private static Map<Integer, Integer> characters(ByteBuffer cmap) {
        int count = cmap.getShort(2);
        Map<Integer, Integer> characters = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int offset = cmap.getInt(4 + 8 * i + 4);
            int format = cmap.getShort(offset);
            if (format == 12) {
                int groups = cmap.getInt(offset + 12);
                for (int g = 0; g < groups; g++) {
                    int at = offset + 16 + 12 * g;
                    int first = cmap.getInt(at);
                    for (int c = first; c <= cmap.getInt(at + 4); c++) {
                        characters.put(c, cmap.getInt(at + 8) + c - first);
                    }
                }
            } else if (format == 4) {
                format4(cmap, offset, characters);
            }
        }
        return characters;
    }

    private static void format4(ByteBuffer cmap, int offset, Map<Integer, Integer> characters) {
        int doubled = Short.toUnsignedInt(cmap.getShort(offset + 6));
        for (int s = 0; s < doubled; s += 2) {
            int last = Short.toUnsignedInt(cmap.getShort(offset + 14 + s));
            int first = Short.toUnsignedInt(cmap.getShort(offset + 16 + doubled + s));
            int delta = cmap.getShort(offset + 16 + 2 * doubled + s);
            int rangeAt = offset + 16 + 3 * doubled + s;
            int range = Short.toUnsignedInt(cmap.getShort(rangeAt));
            for (int c = first; c <= last && c != 0xffff; c++) {
                int glyph = range == 0 ? c : Short.toUnsignedInt(cmap.getShort(rangeAt + range + 2 * (c - first)));
                if (range == 0 || glyph != 0) {
                    glyph = glyph + delta & 0xffff;
                }
                if (glyph != 0) {
                    characters.putIfAbsent(c, glyph);
                }
            }
        }
    }

    /** One format 12 subtable under both Unicode and Windows. */
    private static byte[] cmap(TreeMap<Integer, Integer> characters) throws IOException {
        ByteArrayOutputStream groups = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(groups);
        int count = 0;
        int first = -1;
        int last = -2;
        int start = 0;
        for (Map.Entry<Integer, Integer> entry : characters.entrySet()) {
            int c = entry.getKey();
            if (c != last + 1 || entry.getValue() != start + c - first) {
                if (first >= 0) {
                    group(out, first, last, start);
                    count++;
                }
                first = c;
                start = entry.getValue();
            }
            last = c;
        }
        group(out, first, last, start);
        count++;
        ByteBuffer table = ByteBuffer.allocate(20 + 16 + groups.size());
        table.putShort((short) 0).putShort((short) 2);
        table.putShort((short) 0).putShort((short) 4).putInt(20);
        table.putShort((short) 3).putShort((short) 10).putInt(20);
        table.putShort((short) 12).putShort((short) 0).putInt(16 + groups.size()).putInt(0).putInt(count);
        return table.put(groups.toByteArray()).array();
    }

    private static void group(DataOutputStream out, int first, int last, int glyph) throws IOException {
        out.writeInt(first);
        out.writeInt(last);
        out.writeInt(glyph);
    }

    /** Glyph numbers stay; the outlines of glyphs without a character go. */
    private static void withoutUnreachable(TreeMap<String, byte[]> tables, Map<Integer, Integer> characters) {
        ByteBuffer loca = ByteBuffer.wrap(tables.get("loca"));
        ByteBuffer glyf = ByteBuffer.wrap(tables.get("glyf"));
        ByteBuffer head = ByteBuffer.wrap(tables.get("head"));
        boolean wide = head.getShort(50) == 1;
        int glyphs = Short.toUnsignedInt(ByteBuffer.wrap(tables.get("maxp")).getShort(4));
        int[] offsets = new int[glyphs + 1];
        for (int i = 0; i <= glyphs; i++) {
            offsets[i] = wide ? loca.getInt(4 * i) : 2 * Short.toUnsignedInt(loca.getShort(2 * i));
        }
        BitSet reachable = new BitSet(glyphs);
        ArrayDeque<Integer> open = new ArrayDeque<>(characters.values());
        open.add(0);
        while (!open.isEmpty()) {
            int glyph = open.poll();
            if (!reachable.get(glyph)) {
                reachable.set(glyph);
                components(glyf, offsets[glyph], offsets[glyph + 1], open);
            }
        }
        ByteArrayOutputStream outlines = new ByteArrayOutputStream(glyf.capacity());
        ByteBuffer places = ByteBuffer.allocate(4 * (glyphs + 1));
        for (int i = 0; i < glyphs; i++) {
            places.putInt(outlines.size());
            if (reachable.get(i)) {
                outlines.write(glyf.array(), offsets[i], offsets[i + 1] - offsets[i]);
                while (outlines.size() % 4 != 0) {
                    outlines.write(0);
                }
            }
        }
        places.putInt(outlines.size());
        head.putShort(50, (short) 1);
        tables.put("loca", places.array());
        tables.put("glyf", outlines.toByteArray());
    }

    private static void components(ByteBuffer glyf, int from, int to, ArrayDeque<Integer> open) {
        if (from == to || glyf.getShort(from) >= 0) {
            return;
        }
        int at = from + 10;
        int flags;
        do {
            flags = glyf.getShort(at);
            open.add(Short.toUnsignedInt(glyf.getShort(at + 2)));
            at += 4 + ((flags & 1) != 0 ? 4 : 2);
            at += (flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
        } while ((flags & 0x20) != 0);
    }

    private static byte[] font(TreeMap<String, byte[]> tables) {
        int size = 12 + 16 * tables.size();
        for (byte[] table : tables.values()) {
            size += padded(table.length);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(tables.size());
        out.putInt(0x00010000).putShort((short) tables.size()).putShort((short) (16 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (tables.size() - power)));
        ByteBuffer.wrap(tables.get("head")).putInt(8, 0);
        int at = 12 + 16 * tables.size();
        int headAt = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] content = table.getValue();
            out.put(table.getKey().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            out.putInt(checksum(content)).putInt(at).putInt(content.length);
            out.put(at, content);
            headAt = table.getKey().equals("head") ? at : headAt;
            at += padded(content.length);
        }
        out.putInt(headAt + 8, 0xB1B0AFBA - checksum(out.array()));
        return out.array();
    }

    private static int checksum(byte[] content) {
        ByteBuffer padded = ByteBuffer.allocate(padded(content.length)).put(0, content);
        int sum = 0;
        while (padded.hasRemaining()) {
            sum += padded.getInt();
        }
        return sum;
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    private static byte[] bytes(ByteBuffer table) {
        byte[] bytes = new byte[table.remaining()];
        table.get(0, bytes);
        return bytes;
    }
}
