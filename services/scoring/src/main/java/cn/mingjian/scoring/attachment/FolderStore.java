package cn.mingjian.scoring.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A folder of this machine. */
final class FolderStore implements ContentStore {

    private static final int FIRST_LETTERS = 2;

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public void keep(String digest, Path file) throws IOException {
        Path place = place(digest);
        if (Files.exists(place)) {
            return;
        }
        Files.createDirectories(place.getParent());
        Path copy = Files.createTempFile(place.getParent(), digest, ".part");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            sync(copy, StandardOpenOption.WRITE);
            Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
            // The name itself is on disk only once its folder is.
            sync(place.getParent(), StandardOpenOption.READ);
            sync(folder, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @Override
    public InputStream open(String digest) throws IOException {
        return Files.newInputStream(place(digest));
    }

    private Path place(String digest) {
        return folder.resolve(digest.substring(0, FIRST_LETTERS)).resolve(digest);
    }

    private static void sync(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }
}
