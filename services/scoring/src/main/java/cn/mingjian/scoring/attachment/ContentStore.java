package cn.mingjian.scoring.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the content of files lies, each under its digest; what is kept never changes and keeping it again is harmless. */
interface ContentStore {

    /** Keeps the file for good before it returns. */
    void keep(String digest, Path file) throws IOException;

    /** The content, for the caller to close. */
    InputStream open(String digest) throws IOException;
}
