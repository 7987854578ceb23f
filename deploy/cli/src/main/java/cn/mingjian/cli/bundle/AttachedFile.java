package cn.mingjian.cli.bundle;

import cn.mingjian.rules.scoring.Party;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that somebody attached to the round which an archive was made of: listed in attachments.json, its content under
 * attachments/ by its digest. A bundle of one's own has none.
 *
 * @param digest SHA-256 of the content, in small hexadecimal letters
 * @param party who attached it, where it was one of the four; else the bureau or the operator did
 */
public record AttachedFile(String digest, String name, String mediaType, Optional<Party> party, Path content) {
    private static final String FILE = "attachments.json";
    private static final String CONTENTS = "attachments/";

    static List<AttachedFile> read(Folder folder) {
        return folder.text(FILE, false).map(text -> read(folder, text)).orElse(List.of());
    }

    private static List<AttachedFile> read(Folder folder, String text) {
        List<AttachedFile> files = new ArrayList<>();
        try {
            for (JsonNode listed : new ObjectMapper().readTree(text).path("attachments")) {
                String digest = listed.path("digest").asText();
                files.add(new AttachedFile(
                        digest,
                        listed.path("name").asText(),
                        listed.path("mediaType").asText(),
                        Stream.of(Party.values())
                                .filter(party ->
                                        party.name().equals(listed.path("party").asText()))
                                .findFirst(),
                        folder.path().resolve(CONTENTS).resolve(digest)));
            }
        } catch (IOException broken) {
            folder.faults().add(FILE, 1, "json", "不是有效的 JSON");
        }
        files.forEach(file -> file.check(folder.faults()));
        return files;
    }

    private void check(Faults faults) {
        String place = CONTENTS + digest;
        if (!digest.matches("[0-9a-f]{64}")) {
            faults.add(FILE, 1, "digest", "应为 64 个小写十六进制字符：" + digest);
        } else if (!Files.isRegularFile(content)) {
            faults.add(place, 1, "file", "缺少这个文件");
        } else if (!contentDigest().equals(Optional.of(digest))) {
            faults.add(place, 1, "file", "内容与文件名（内容的 SHA-256）不符");
        }
    }

    private Optional<String> contentDigest() {
        try (InputStream file = Files.newInputStream(content);
                DigestInputStream digesting = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return Optional.of(
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
        } catch (IOException unreadable) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
