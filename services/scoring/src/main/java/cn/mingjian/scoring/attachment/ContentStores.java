package cn.mingjian.scoring.attachment;

import io.minio.MinioClient;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.util.Optional;

/** Which store and which scanner this installation has. */
@ApplicationScoped
class ContentStores {

    /** A bucket where one is named, else the folder. */
    @ConfigMapping(prefix = "mingjian.attachments")
    interface Settings {

        Path folder();

        Bucket bucket();

        Clamd clamd();

        /** An S3-compatible store. */
        interface Bucket {
            Optional<String> endpoint();

            @WithDefault("mingjian-attachments")
            String name();

            @WithDefault("us-east-1")
            String region();

            Optional<String> accessKey();

            Optional<String> secretKey();
        }

        /** A ClamAV daemon; without a host nothing is scanned. */
        interface Clamd {
            Optional<String> host();

            @WithDefault("3310")
            int port();
        }
    }

    @Produces
    @ApplicationScoped
    ContentStore store(Settings settings) {
        Settings.Bucket bucket = settings.bucket();
        if (bucket.endpoint().isEmpty()) {
            return new FolderStore(settings.folder());
        }
        MinioClient client = MinioClient.builder()
                .endpoint(bucket.endpoint().get())
                .region(bucket.region())
                .credentials(
                        bucket.accessKey().orElseThrow(), bucket.secretKey().orElseThrow())
                .build();
        return new BucketStore(client, bucket.name());
    }

    @Produces
    @ApplicationScoped
    Scanner scanner(Settings settings) {
        return settings.clamd()
                .host()
                .<Scanner>map(host -> new ClamdScanner(host, settings.clamd().port()))
                .orElse(_ -> Optional.empty());
    }
}
