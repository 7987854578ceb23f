package cn.mingjian.scoring.attachment;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A bucket of an S3-compatible store, which several instances share; the bucket is there already. */
final class BucketStore implements ContentStore {

    private final MinioClient client;
    private final String bucket;

    BucketStore(MinioClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void keep(String digest, Path file) throws IOException {
        try {
            client.uploadObject(UploadObjectArgs.builder()
                    .bucket(bucket)
                    .object(digest)
                    .filename(file.toString())
                    .contentType("application/octet-stream")
                    .build());
        } catch (MinioException | GeneralSecurityException refused) {
            throw new IOException("cannot keep " + digest, refused);
        }
    }

    @Override
    public InputStream open(String digest) throws IOException {
        try {
            return client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(digest).build());
        } catch (MinioException | GeneralSecurityException refused) {
            throw new IOException("cannot read " + digest, refused);
        }
    }
}
