package cn.mingjian.contracts.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contracts as they were agreed before: at the latest release tag ({@code v*}); without one at the last commit, which
 * finds what is not committed, and at the commit before it, which finds what just was.
 */
final class Baseline {

    private final Path contracts;
    private final String revision;

    private Baseline(Path contracts, String revision) {
        this.contracts = contracts;
        this.revision = revision;
    }

    /** Those that there are: none without git, for instance in a source archive. */
    static List<Baseline> of(Path contracts) {
        Optional<String> release = git(contracts, "describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD");
        List<String> revisions = release.map(List::of).orElse(List.of("HEAD", "HEAD~1"));
        List<Baseline> found = new ArrayList<>();
        for (String revision : revisions) {
            Baseline baseline = new Baseline(contracts, revision.strip());
            if (!baseline.files("openapi/").isEmpty()) {
                found.add(baseline);
            }
        }
        return found;
    }

    /** The paths of the files that lay below a path of contracts, a folder ending with a slash: {@code openapi/scoring.yaml}. */
    List<String> files(String path) {
        return git(contracts, "ls-tree", "-r", "--name-only", revision, path).stream()
                .flatMap(String::lines)
                .toList();
    }

    String read(String path) {
        return git(contracts, "show", revision + ":./" + path)
                .orElseThrow(() -> new IllegalStateException("no " + path + " at " + revision));
    }

    @Override
    public String toString() {
        return revision;
    }

    private static Optional<String> git(Path folder, String... arguments) {
        // A checkout of another user's is read all the same: nothing of it is run.
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false", "-c", "safe.directory=*"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }
}
