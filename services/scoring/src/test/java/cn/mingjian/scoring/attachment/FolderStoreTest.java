package cn.mingjian.scoring.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

    private static final String DIGEST = "ab".repeat(32);

    @TempDir
    Path folder;

    @Test
    void whatIsKeptIsReadBackAndNothingElseIsLeft() throws IOException {
        ContentStore store = new FolderStore(folder.resolve("kept"));
        Path file = Files.writeString(folder.resolve("file"), "满意度调查表");

        store.keep(DIGEST, file);
        store.keep(DIGEST, file);

        try (InputStream content = store.open(DIGEST)) {
            assertThat(content.readAllBytes()).isEqualTo(Files.readAllBytes(file));
        }
        try (Stream<Path> left = Files.walk(folder.resolve("kept"))) {
            assertThat(left.filter(Files::isRegularFile)).hasSize(1);
        }
        assertThatThrownBy(() -> store.open("cd".repeat(32))).isInstanceOf(IOException.class);
    }
}
