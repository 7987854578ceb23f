package cn.mingjian.scoring.attachment;

import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.rules.form.Form;
import cn.mingjian.scoring.evaluation.Fields;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Takes files in and gives them out. Content is kept before it is registered: what is registered is there. */
@ApplicationScoped
class AttachmentService {

    private static final Logger LOG = Logger.getLogger(AttachmentService.class);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final AttachmentRegister register;
    private final ContentStore store;
    private final Scanner scanner;

    AttachmentService(AttachmentRegister register, ContentStore store, Scanner scanner) {
        this.register = register;
        this.store = store;
        this.scanner = scanner;
    }

    /** @param type the media type that the caller says the content has */
    AttachmentRegister.Kept put(String code, String digest, String name, FileType type, InputStream content) {
        register.requirePermitted(code);
        check(digest, name, type);
        try {
            Path file = Files.createTempFile("attachment", ".part");
            try {
                requireGood(digest, type, file, copy(content, file));
                store.keep(digest, file);
                return register.add(code, digest, name, type, Files.size(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw unavailable(failure);
        }
    }

    InputStream open(Attachment attachment) {
        try {
            return store.open(attachment.digest());
        } catch (IOException failure) {
            throw unavailable(failure);
        }
    }

    private static void check(String digest, String name, FileType type) {
        Fields fields = new Fields();
        if (!DIGEST.matcher(digest).matches()) {
            fields.wrong("/digest", "应为内容的 SHA-256，64 个小写十六进制字符");
        }
        fields.value("/name", name, Form.KEY).ifPresent(its -> {
            if (its.contains("/") || its.contains("\\")) {
                fields.wrong("/name", "应为文件名，不含路径");
            } else if (!type.names(its)) {
                fields.wrong("/name", "文件名与文件类型不符");
            }
        });
        fields.refuse();
    }

    /** The digest of what was copied. */
    private static String copy(InputStream content, Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
            content.transferTo(out);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void requireGood(String digest, FileType type, Path file, String found) throws IOException {
        if (!found.equals(digest)) {
            throw AttachmentProblem.DIGEST_DIFFERS.because("收到的内容的摘要是 %s", found);
        }
        if (!type.isOf(file)) {
            throw AttachmentProblem.CONTENT_DIFFERS.because("内容不是 %s，或含有宏", type);
        }
        Optional<String> malware = scanner.find(file);
        if (malware.isPresent()) {
            throw AttachmentProblem.MALWARE_FOUND.because("安全检查发现 %s", malware.get());
        }
    }

    private static RuntimeException unavailable(IOException failure) {
        LOG.error("Attachments cannot be kept, read or scanned", failure);
        return CommonProblem.UNAVAILABLE.because("附件暂时无法保存或读取");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
