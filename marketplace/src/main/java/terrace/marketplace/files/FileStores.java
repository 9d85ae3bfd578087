package terrace.marketplace.files;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import terrace.marketplace.embedded.DataFolder;

/** Chooses where files are kept: a bucket when FILES_S3_ENDPOINT names a store, else the data folder. */
@Factory
class FileStores {

    @Singleton
    @Requires(beans = S3Configuration.class)
    FileStore bucket(S3Configuration configuration) {
        return new S3Files(configuration, InstantSource.system());
    }

    @Singleton
    @Requires(missingBeans = S3Configuration.class)
    FileStore folder() {
        return new LocalFiles(DataFolder.current().resolve("files"));
    }
}
