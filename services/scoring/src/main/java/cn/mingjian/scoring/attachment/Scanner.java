package cn.mingjian.scoring.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for malware before a file is kept. */
interface Scanner {

    /**
     * The name of what was found.
     *
     * @throws IOException when the scanner cannot tell; the file is not kept then
     */
    Optional<String> find(Path file) throws IOException;
}
