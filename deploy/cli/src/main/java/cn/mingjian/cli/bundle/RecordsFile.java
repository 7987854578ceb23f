package cn.mingjian.cli.bundle;

import cn.mingjian.rules.Known;
import cn.mingjian.rules.Rule;
import cn.mingjian.rules.record.RecordForm;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** service-records.ndjson: the municipal platform's records, one a line, read as a stream. */
final class RecordsFile {
    static final String FILE = "service-records.ndjson";
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});

    private final Faults faults;
    private final Findings findings;
    private final Optional<String> station;
    private final Known areas;
    private final RecordVersions versions = new RecordVersions();

    private RecordsFile(Faults faults, Findings findings, Optional<String> station, Known areas) {
        this.faults = faults;
        this.findings = findings;
        this.station = station;
        this.areas = areas;
    }

    /** Checks the records; nothing to do when the bundle has none. */
    static Optional<Path> read(Folder folder, Findings findings, Optional<String> station, Known areas) {
        Path place = folder.path().resolve(FILE);
        if (!Files.exists(place)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(place), 1 << 16)) {
            new RecordsFile(folder.faults(), findings, station, areas).readAll(in);
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
            } else if (line.size() < RecordForm.LONGEST_LINE) {
                line.write(b);
            } else {
                tooLong = true;
            }
        }
        readLine(line, number, tooLong);
    }

    private void readLine(ByteArrayOutputStream bytes, int line, boolean tooLong) {
        if (tooLong) {
            faults.add(FILE, line, "json", "这一行超过 %d KiB".formatted(RecordForm.LONGEST_LINE >> 10));
            return;
        }
        try {
            String text = text(bytes.toByteArray(), line);
            if (!text.isEmpty()) {
                LinkedHashMap<String, @Nullable Object> record = JSON.readValue(text);
                if (record == null) {
                    faults.add(FILE, line, "json", "应为一个 JSON 对象");
                } else {
                    check(record, line);
                }
            }
        } catch (CharacterCodingException e) {
            faults.add(FILE, line, "json", "不是 UTF-8 编码");
        } catch (JsonProcessingException e) {
            faults.add(FILE, line, "json", "不是有效的 JSON 对象，或有重复的键");
        }
    }

    /** The words of a line without a byte order mark and the white space around them. */
    private static String text(byte[] bytes, int line) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return (line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replaceAll("^[ \t\r]+|[ \t\r]+$", "");
    }

    private void check(LinkedHashMap<String, @Nullable Object> record, int line) {
        List<RecordForm.Fault> wrong = RecordForm.faults(record, station.orElse(null));
        wrong.forEach(fault -> faults.add(FILE, line, fault.member(), fault.message()));
        if (record.get("area") instanceof String area
                && wrong.stream().noneMatch(fault -> fault.member().equals("area"))) {
            areas.cite("", Rule.AREA_KNOWN, area)
                    .ifPresent(problem -> findings.add(problem, new Fault(FILE, line, "area", problem.detail())));
        }
        if (wrong.isEmpty()) {
            String version = String.valueOf(record.get("version"));
            OptionalInt earlier = versions.differing(String.valueOf(record.get("id")), version, record, line);
            earlier.ifPresent(first -> faults.add(
                    FILE, line, "id", "“%s”第 %s 版与第 %d 行编号、版本相同而内容不同".formatted(record.get("id"), version, first)));
        }
    }
}
