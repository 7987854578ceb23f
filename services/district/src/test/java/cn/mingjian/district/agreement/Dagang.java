package cn.mingjian.district.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The agreement of the bundled example: six areas, 25 indicators, their targets and allocations. */
public final class Dagang {

    private Dagang() {}

    public static AgreementDocument agreement() {
        return new AgreementDocument(
                "2023-08-01",
                "2025-07-31",
                new AgreementDocument.Period("2023-08-01", "2024-07-31"),
                "6630000.00",
                51,
                "广州市南沙区百民社会工作服务中心",
                rows("areas")
                        .<AgreementDocument.@Nullable Area>map(row -> new AgreementDocument.Area(
                                row[0], row[1], Integer.valueOf(row[2]), List.of(row[3].split("\\|", -1))))
                        .toList(),
                rows("indicators")
                        .<AgreementDocument.@Nullable Indicator>map(row ->
                                new AgreementDocument.Indicator(row[0], row[1], row[2], row[3], row[4], row[5], row[6]))
                        .toList(),
                rows("targets")
                        .<AgreementDocument.@Nullable Target>map(
                                row -> new AgreementDocument.Target(row[0], row[1].isEmpty() ? null : row[1], row[2]))
                        .toList());
    }

    private static Stream<String[]> rows(String table) {
        try (var file = Objects.requireNonNull(Dagang.class.getResourceAsStream("/dagang/" + table + ".csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
