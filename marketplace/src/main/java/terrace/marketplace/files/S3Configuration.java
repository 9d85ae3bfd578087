package terrace.marketplace.files;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import java.net.URI;

/**
 * Where the bucket is: FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_REGION, FILES_S3_KEY, FILES_S3_SECRET.
 *
 * @param endpoint address of the store without the bucket, which is put into the path
 */
@ConfigurationProperties("files.s3")
@Requires(property = "files.s3.endpoint")
record S3Configuration(URI endpoint, String bucket, String region, String key, String secret) {

    @Override
    public String toString() {
        return "S3Configuration[" + endpoint + " " + bucket + "]";
    }
}
