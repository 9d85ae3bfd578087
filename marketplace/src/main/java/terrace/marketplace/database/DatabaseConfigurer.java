package terrace.marketplace.database;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.LinkedHashMap;
import java.util.Map;
import terrace.marketplace.embedded.DataFolder;
import terrace.marketplace.embedded.EmbeddedDatabase;

/** Decides which PostgreSQL is used: the one JDBC_URL names, or the embedded one when it names none. */
@ContextConfigurer
public class DatabaseConfigurer implements ApplicationContextConfigurer {
    private static final String POOL_SIZE = "16";

    @Override
    public void configure(ApplicationContextBuilder builder) {
        Map<String, Object> properties = new LinkedHashMap<>();
        String url = System.getenv("JDBC_URL");
        if (url == null || url.isBlank()) {
            addEmbedded(properties);
        } else {
            addExternal(properties, url);
        }
        properties.put("datasources.default.driver-class-name", "org.postgresql.Driver");
        properties.put("datasources.default.db-type", "postgres");
        properties.put("datasources.default.dialect", "POSTGRES");
        properties.put("datasources.default.maximum-pool-size", POOL_SIZE);
        properties.put("datasources.default.minimum-idle", "4");
        properties.put("datasources.default.data-source-properties.reWriteBatchedInserts", "true");
        builder.properties(properties);
    }

    private static void addEmbedded(Map<String, Object> properties) {
        String embeddedUrl = EmbeddedDatabase.start(DataFolder.current());
        properties.put("datasources.default.url", embeddedUrl);
        properties.put("datasources.default.username", EmbeddedDatabase.APPLICATION);
        properties.put("datasources.default.password", "");
        properties.put("terrace.database.owner.url", embeddedUrl);
        properties.put("terrace.database.owner.username", EmbeddedDatabase.OWNER);
        properties.put("terrace.database.owner.password", "");
        properties.put(
                "terrace.clock.may-be-shifted", !DataFolder.current().lasting() || Boolean.getBoolean("terrace.demo"));
    }

    private static void addExternal(Map<String, Object> properties, String url) {
        properties.put("datasources.default.url", url);
        properties.put("datasources.default.username", environment("JDBC_USER", EmbeddedDatabase.APPLICATION));
        properties.put("datasources.default.password", environment("JDBC_PASSWORD", ""));
        properties.put("terrace.database.owner.url", environment("JDBC_OWNER_URL", url));
        properties.put("terrace.database.owner.username", environment("JDBC_OWNER_USER", "terrace_owner"));
        properties.put("terrace.database.owner.password", environment("JDBC_OWNER_PASSWORD", ""));
        properties.put("terrace.clock.may-be-shifted", Boolean.getBoolean("terrace.demo"));
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : value;
    }
}
