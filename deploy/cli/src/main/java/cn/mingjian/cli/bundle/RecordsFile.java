package cn.mingjian.cli.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** service-records.ndjson: the municipal platform's records, one a line, read as a stream. */
final class RecordsFile {
    static final String FILE = "service-records.ndjson";
    private static final int LONGEST = 1 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Form STATUS = Form.oneOf("SUBMITTED", "APPROVED", "RETURNED");

    private final Faults faults;
    private final Optional<String> station;
    private final Codes areas;
    private final Map<String, Seen> seen = new HashMap<>();

    /** Where a version of a record stood first, and what it said. */
    private record Seen(int line, String digest) {}

    private RecordsFile(Faults faults, Optional<String> station, Codes areas) {
        this.faults = faults;
        this.station = station;
        this.areas = areas;
    }

    /** Checks the records; nothing to do when the bundle has none. */
    static Optional<Path> read(Folder folder, Optional<String> station, Codes areas) {
        Path place = folder.path().resolve(FILE);
        if (!Files.exists(place)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(place), 1 << 16)) {
            new RecordsFile(folder.faults(), station, areas).readAll(in);
        } catch (IOException e) {
            folder.faults().add(FILE, 1, "file", "无法读取这个文件");
        }
        return Optional.of(place);
    }

    private void readAll(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int number = 1;
        boolean tooLong = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                readLine(line, number++, tooLong);
                line.reset();
                tooLong = false;
            } else if (line.size() < LONGEST) {
                line.write(b);
            } else {
                tooLong = true;
            }
        }
        readLine(line, number, tooLong);
    }

    private void readLine(ByteArrayOutputStream bytes, int line, boolean tooLong) {
        if (tooLong) {
            faults.add(FILE, line, "json", "这一行超过 1 MiB");
            return;
        }
        byte[] text = withoutMark(bytes.toByteArray(), line);
        if (new String(text, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
            return;
        }
        try {
            JsonNode record = JSON.readTree(text);
            if (record.isObject()) {
                check(record, line);
            } else {
                faults.add(FILE, line, "json", "应为一个 JSON 对象");
            }
        } catch (JsonProcessingException e) {
            faults.add(FILE, line, "json", "不是有效的 JSON");
        } catch (IOException e) {
            faults.add(FILE, line, "json", "不是 UTF-8 编码的 JSON");
        }
    }

    private static byte[] withoutMark(byte[] text, int line) {
        boolean marked = line == 1
                && text.length >= 3
                && text[0] == (byte) 0xEF
                && text[1] == (byte) 0xBB
                && text[2] == (byte) 0xBF;
        return marked ? java.util.Arrays.copyOfRange(text, 3, text.length) : text;
    }

    private void check(JsonNode record, int line) throws JsonProcessingException {
        Optional<String> id = text(record, line, "id", Form.TEXT, true);
        Optional<String> version = whole(record, line, "version", true);
        text(record, line, "station", Form.TEXT, true)
                .filter(code -> station.isPresent() && !code.equals(station.get()))
                .ifPresent(code -> faults.add(FILE, line, "station", "这是其他社工站“%s”的记录".formatted(code)));
        text(record, line, "type", Form.TEXT, true);
        text(record, line, "occurredOn", Form.DATE, true);
        text(record, line, "status", STATUS, true);
        text(record, line, "submittedAt", Form.INSTANT, true);
        text(record, line, "reviewedAt", Form.INSTANT, false);
        text(record, line, "area", Form.TEXT, false).ifPresent(area -> areas.cite(FILE, line, "area", area));
        text(record, line, "community", Form.TEXT, false);
        whole(record, line, "attendance", false);
        if (id.isPresent() && version.isPresent()) {
            checkRepeated(record, line, id.get(), version.get());
        }
    }

    private void checkRepeated(JsonNode record, int line, String id, String version) throws JsonProcessingException {
        Seen now = new Seen(line, digest(record));
        Seen earlier = seen.putIfAbsent(id + "\n" + version, now);
        if (earlier != null && !earlier.digest().equals(now.digest())) {
            faults.add(FILE, line, "id", "“%s”第 %s 版与第 %d 行编号、版本相同而内容不同".formatted(id, version, earlier.line()));
        }
    }

    /** A member without a value says as much as no member at all. */
    private static String digest(JsonNode record) throws JsonProcessingException {
        Map<String, Object> said = new TreeMap<>();
        record.properties().forEach(member -> {
            if (!member.getValue().isNull()) {
                said.put(member.getKey(), JSON.convertValue(member.getValue(), Object.class));
            }
        });
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(said));
            return HexFormat.of().formatHex(bytes, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> text(JsonNode record, int line, String key, Form form, boolean needed) {
        Optional<JsonNode> value = value(record, line, key, needed);
        Optional<String> fault = value.flatMap(v -> {
            if (!v.isTextual()) {
                return Optional.of("应为文字");
            }
            return v.asText().isBlank() ? Optional.of("不能为空") : form.fault(v.asText());
        });
        fault.ifPresent(message -> faults.add(FILE, line, key, message));
        return fault.isPresent() ? Optional.empty() : value.map(JsonNode::asText);
    }

    private Optional<String> whole(JsonNode record, int line, String key, boolean needed) {
        Optional<JsonNode> value = value(record, line, key, needed);
        boolean fine =
                value.map(v -> v.isInt() && v.intValue() >= (needed ? 1 : 0)).orElse(true);
        if (!fine) {
            faults.add(FILE, line, key, needed ? "应为不小于 1 的整数" : "应为不带符号的整数");
        }
        return fine ? value.map(JsonNode::asText) : Optional.empty();
    }

    private Optional<JsonNode> value(JsonNode record, int line, String key, boolean needed) {
        JsonNode value = record.path(key);
        if (value.isMissingNode() && needed) {
            faults.add(FILE, line, key, "缺少这一项");
        } else if (value.isNull() && needed) {
            faults.add(FILE, line, key, "不能为空");
        }
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }
}
