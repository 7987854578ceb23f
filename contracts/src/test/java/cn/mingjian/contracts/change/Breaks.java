package cn.mingjian.contracts.change;

import cn.mingjian.contracts.event.Growth;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that broke since a baseline, each as {@code openapi/scoring.yaml: PUT /v1/…: what}. */
final class Breaks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Breaks() {}

    static List<String> since(Baseline before, Path contracts) throws IOException {
        List<String> found = new ArrayList<>();
        for (String file : before.files("openapi/")) {
            for (String change : Files.exists(contracts.resolve(file))
                    ? OpenApiBreaks.between(before.read(file), Files.readString(contracts.resolve(file)))
                    : List.of("was taken away")) {
                found.add(file + ": " + change);
            }
        }
        for (String file : before.files("asyncapi.yaml")) {
            AsyncApiBreaks.between(before.read(file), Files.readString(contracts.resolve(file)))
                    .forEach(change -> found.add(file + ": " + change));
        }
        for (String file : before.files("events/")) {
            if (!file.endsWith(".schema.json")) {
                continue;
            }
            for (String change : Files.exists(contracts.resolve(file))
                    ? Growth.breaks(
                            JSON.readTree(before.read(file)),
                            JSON.readTree(contracts.resolve(file).toFile()))
                    : List.of("was taken away")) {
                found.add(file + ": " + change);
            }
        }
        return found;
    }
}
