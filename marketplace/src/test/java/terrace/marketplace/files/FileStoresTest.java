package terrace.marketplace.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "files.s3.endpoint", value = "http://127.0.0.1:9")
@Property(name = "files.s3.bucket", value = "terrace")
@Property(name = "files.s3.region", value = "cn-north-1")
@Property(name = "files.s3.key", value = "key")
@Property(name = "files.s3.secret", value = "secret")
class FileStoresTest {

    @Inject
    FileStore named;

    @Test
    void files_are_kept_in_the_bucket_that_is_named() {
        assertThat(named).isInstanceOf(S3Files.class);
    }

    @Test
    void files_are_kept_in_the_data_folder_when_no_store_is_named() {
        try (var context = ApplicationContext.run("test")) {
            assertThat(context.getBean(FileStore.class)).isInstanceOf(LocalFiles.class);
        }
    }
}
