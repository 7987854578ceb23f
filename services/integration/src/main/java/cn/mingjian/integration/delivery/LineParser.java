package cn.mingjian.integration.delivery;

import cn.mingjian.integration.record.RecordForm;
import cn.mingjian.integration.record.RecordLine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads one line as JSON and hands its fields to the form. */
final class LineParser {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});

    private final RecordForm form;

    LineParser(String station) {
        this.form = new RecordForm(station);
    }

    RecordLine parse(LineReader.Line line) {
        if (!line.whole()) {
            return new RecordLine.Quarantined("一行超过 64 KiB");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.content()))
                    .toString();
            @Nullable LinkedHashMap<String, Object> fields = JSON.readValue(text);
            return fields == null ? new RecordLine.Quarantined("应为一个 JSON 对象") : form.read(fields);
        } catch (CharacterCodingException notUtf8) {
            return new RecordLine.Quarantined("不是 UTF-8 编码");
        } catch (JsonProcessingException notAnObject) {
            return new RecordLine.Quarantined("不是有效的 JSON 对象");
        }
    }
}
