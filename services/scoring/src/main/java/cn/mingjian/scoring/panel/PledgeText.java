package cn.mingjian.scoring.panel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What evaluators promise. A text that somebody has signed stays as it is; another wording is another version, the file of the
 * next number under {@code pledge/}.
 *
 * @param version from 1
 */
public record PledgeText(int version, String text) {

    /** The one that is signed today. */
    static final PledgeText CURRENT = read(1);

    private static PledgeText read(int version) {
        try (InputStream file = PledgeText.class.getResourceAsStream("/pledge/" + version + ".txt")) {
            return new PledgeText(
                    version, new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
