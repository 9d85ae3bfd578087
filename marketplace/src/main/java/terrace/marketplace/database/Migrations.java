package terrace.marketplace.database;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.OrderUtil;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings every module's schema up to date, as the owner, before anybody gets a connection. */
@Singleton
class Migrations implements BeanCreatedEventListener<DataSource> {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    /** The role the application runs as; what it may not do is revoked from this name in the migrations. */
    private static final String APPLICATION_ROLE = "terrace_app";
    /** Databases this process has brought up to date: tests open many markets on one, and reading it all takes time. */
    private static final Set<String> UP_TO_DATE = ConcurrentHashMap.newKeySet();

    private final List<ModuleSchema> schemas;
    private final OwnerConnection owner;
    private final boolean clockMayBeShifted;

    Migrations(
            List<ModuleSchema> schemas,
            OwnerConnection owner,
            @Value("${terrace.clock.may-be-shifted:false}") boolean clockMayBeShifted) {
        this.schemas = new ArrayList<>(schemas);
        this.owner = owner;
        this.clockMayBeShifted = clockMayBeShifted;
        OrderUtil.sort(this.schemas);
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(owner.url());
        source.setUser(owner.username());
        source.setPassword(owner.password());
        if (!UP_TO_DATE.contains(owner.url())) {
            migrate(source);
            UP_TO_DATE.add(owner.url());
        }
        run(source, "update marketplace.clock_setting set may_be_shifted = " + clockMayBeShifted);
        return event.getBean();
    }

    private void migrate(DataSource source) {
        int applied = 0;
        for (ModuleSchema schema : schemas) {
            grant(source, schema.name());
            applied += Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .schemas(schema.name())
                    .defaultSchema(schema.name())
                    .locations("classpath:db/" + schema.name())
                    .failOnMissingLocations(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
            run(source, "revoke all on %s.flyway_schema_history from %s".formatted(schema.name(), APPLICATION_ROLE));
        }
        LOG.info("Migrations: {} applied in {} schemas", applied, schemas.size());
    }

    /** Tables made later by the owner are open to the application by default; append-only ones take rights away. */
    private void grant(DataSource source, String schema) {
        run(source, """
                create schema if not exists %1$s;
                grant usage on schema %1$s to %2$s;
                alter default privileges in schema %1$s grant select, insert, update, delete on tables to %2$s;
                alter default privileges in schema %1$s grant usage, select on sequences to %2$s;
                """.formatted(schema, APPLICATION_ROLE));
    }

    private static void run(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The schemas could not be prepared: " + e.getMessage(), e);
        }
    }
}
