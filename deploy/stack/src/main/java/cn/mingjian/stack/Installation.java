package cn.mingjian.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The folder with the servers' programs as Maven laid them down. Archives are unpacked beside themselves at first use,
 * once for all stacks and test runs that share the folder.
 */
public record Installation(Path folder) {

    /** Where the build of this project keeps the servers: {@code -Dmingjian.servers}, else found upwards from here. */
    public static Installation find() {
        String given = System.getProperty("mingjian.servers");
        if (given != null) {
            return new Installation(Path.of(given).toAbsolutePath());
        }
        Path relative = Path.of("deploy", "stack", "target", "servers");
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(relative))) {
                return new Installation(at.resolve(relative));
            }
        }
        throw new IllegalStateException(
                "no " + relative + " in or above " + start + ": build it with `mvn -pl deploy/stack package`");
    }

    /** Jars of the Kafka broker. */
    Path kafka() {
        return folder.resolve("kafka");
    }

    /** PostgreSQL with bin, lib and share. */
    Path postgres() throws IOException {
        return unpacked("postgresql-", ".jar", Installation::untar);
    }

    /** Keycloak as distributed, not yet built. */
    Path keycloak() throws IOException {
        return unpacked("keycloak-", ".zip", Installation::unzip);
    }

    /** Runs the step when its mark is missing; others who want the same wait meanwhile. */
    void once(Path mark, Step step) throws IOException, InterruptedException {
        if (Files.exists(mark)) {
            return;
        }
        synchronized (Installation.class) {
            try (var channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.exists(mark)) {
                    step.run();
                    Files.createFile(mark);
                }
            }
        }
    }

    private Path unpacked(String prefix, String suffix, Unpacking unpacking) throws IOException {
        Path archive = only(prefix, suffix);
        String name = archive.getFileName().toString();
        Path target = archive.resolveSibling(name.substring(0, name.length() - suffix.length()));
        try {
            once(target.resolveSibling(target.getFileName() + ".unpacked"), () -> {
                delete(target);
                unpacking.unpack(archive, target);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking " + archive, e);
        }
        return target;
    }

    private Path only(String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(prefix) && name.endsWith(suffix);
                    })
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IOException("no " + prefix + "*" + suffix + " in " + folder));
        }
    }

    private static void untar(Path jar, Path target) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            var archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz in " + jar));
            try (InputStream in = new BufferedInputStream(zip.getInputStream(archive));
                    var tar = new TarArchiveInputStream(new XZInputStream(in))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    Path file = inside(target, entry.getName());
                    if (entry.isDirectory()) {
                        Files.createDirectories(file);
                    } else if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                    } else {
                        Files.createDirectories(file.getParent());
                        Files.copy(tar, file);
                        if ((entry.getMode() & 0100) != 0) {
                            makeExecutable(file);
                        }
                    }
                }
            }
        }
    }

    /** Leaves the archive's first folder out, so that the target is named by us. */
    private static void unzip(Path archive, Path target) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (name.isEmpty()) {
                    continue;
                }
                Path file = inside(target, name);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
                if (name.endsWith(".sh")) {
                    makeExecutable(file);
                }
            }
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("archive entry leaves its folder: " + name);
        }
        return file;
    }

    private static void makeExecutable(Path file) throws IOException {
        Set<PosixFilePermission> all = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        all.addAll(Set.of(
                PosixFilePermission.OWNER_EXECUTE,
                PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_EXECUTE));
        Files.setPosixFilePermissions(file, all);
    }

    /** Removes a folder with all it holds; a missing one is fine. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Something done once. */
    interface Step {
        void run() throws IOException, InterruptedException;
    }

    private interface Unpacking {
        void unpack(Path archive, Path target) throws IOException;
    }
}
