package cn.mingjian.acceptance.fault;

import cn.mingjian.acceptance.bundle.BundleGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One generated bundle under as many codes as there are moments: district, station, agreement and evaluation carry the
 * run's own ending, so that all runs live in one platform and share nothing.
 */
final class RenamedBundle {
    /** Few evaluators and records, an objection, a recusal, claims, and every file that a bundle may have. */
    private static final long SEED = 244;

    private static final List<String> CODES = List.of("nansha", "st-244", "service-agreement", "round-244");
    private static final List<String> FILES_WITH_CODES = List.of("evaluation.yaml", "service-records.ndjson");

    private RenamedBundle() {}

    /** Writes the bundle with {@code -run} after each of its codes. */
    static Path write(String run, Path folder) throws IOException {
        BundleGenerator.write(SEED, folder);
        for (String name : FILES_WITH_CODES) {
            String text = Files.readString(folder.resolve(name));
            for (String code : CODES)
                text = Pattern.compile("(?<=['\"])" + code + "(?=['\"])")
                        .matcher(text)
                        .replaceAll(code + "-" + run);
            Files.writeString(folder.resolve(name), text);
        }
        return folder;
    }
}
