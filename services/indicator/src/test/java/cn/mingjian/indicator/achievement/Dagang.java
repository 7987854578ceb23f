package cn.mingjian.indicator.achievement;

import cn.mingjian.indicator.agreement.AgreementSigned;
import cn.mingjian.indicator.agreement.AgreementSigned.SignedArea;
import cn.mingjian.indicator.agreement.AgreementSigned.SignedIndicator;
import cn.mingjian.indicator.agreement.AgreementSigned.SignedTarget;
import cn.mingjian.indicator.catalogue.Scope;
import cn.mingjian.indicator.evidence.DeclaredDocument;
import cn.mingjian.indicator.evidence.DeclaredDocument.DeclaredFigure;
import cn.mingjian.indicator.evidence.ResourcesDocument;
import cn.mingjian.indicator.evidence.ResourcesDocument.Resource;
import cn.mingjian.indicator.record.ServiceRecord;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The Dagang evaluation, as far as its indicators are concerned, and what it must yield. */
final class Dagang {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private Dagang() {}

    static AgreementSigned agreement() {
        return new AgreementSigned(
                "nansha",
                "dagang",
                "dagang-2023",
                1,
                rows("areas.csv").map(row -> new SignedArea(row[0], row[1])).toList(),
                rows("indicators.csv")
                        .map(row -> new SignedIndicator(
                                row[0],
                                row[1],
                                row[2],
                                Scope.valueOf(row[3]),
                                AgreementSigned.Kind.valueOf(row[4]),
                                row[5],
                                row[6]))
                        .toList(),
                rows("targets.csv")
                        .map(row -> new SignedTarget(row[0], orNull(row[1]), row[2]))
                        .toList());
    }

    static DeclaredDocument declared() {
        return new DeclaredDocument(rows("declared.csv")
                .map(row -> new DeclaredFigure(row[0], orNull(row[1]), row[2]))
                .toList());
    }

    static ResourcesDocument resources() {
        return new ResourcesDocument(rows("resources.csv")
                .map(row -> new Resource(LocalDate.parse(row[0]), row[1], row[2], row[3], orNull(row[4]), row[5]))
                .toList());
    }

    static List<ServiceRecord> records() {
        try (var lines = reader(new GZIPInputStream(open("service-records.ndjson.gz")))) {
            return lines.lines().map(Dagang::record).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static JsonNode expected() {
        try (var file = open("expected.json")) {
            return JSON.readTree(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ServiceRecord record(String line) {
        try {
            return JSON.readerFor(ServiceRecord.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String[]> rows(String file) {
        try (var lines = reader(open(file))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Dagang.class.getResourceAsStream("/dagang/" + file), file);
    }

    private static BufferedReader reader(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }
}
