package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each module has a schema of its name, and nobody else reads or writes it. */
@Execution(ExecutionMode.CONCURRENT)
class SchemaOwnershipTest {
    private static final List<String> SCHEMAS = List.of("marketplace", "catalog", "search", "orders");

    /** What was written stays written: the application may add rows to these, and read them. */
    private static final List<String> APPEND_ONLY = List.of(
            "marketplace.audit",
            "marketplace.application_step",
            "marketplace.application_signature",
            "marketplace.campaign_sale",
            "catalog.price_history",
            "catalog.stock_movement",
            "catalog.sale_fact",
            "orders.journal",
            "orders.entry",
            "orders.settlement_line",
            "orders.day_closing",
            "orders.bank_file",
            "orders.bank_line");

    private static final String STRAY_TABLES = """
            select table_schema || '.' || table_name from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema', 'marketplace', 'catalog', 'search', 'orders')
            """;
    private static final String FOREIGN_KEYS = """
            select c.conname from pg_constraint c
            join pg_class one on one.oid = c.conrelid join pg_class other on other.oid = c.confrelid
            where c.contype = 'f' and one.relnamespace <> other.relnamespace
            """;

    @Test
    void every_module_keeps_its_tables_in_its_own_schema() throws SQLException {
        for (String schema : SCHEMAS) {
            assertThat(rows("select tablename from pg_tables where schemaname = '" + schema + "'", ""))
                    .as("tables of %s", schema)
                    .hasSizeGreaterThan(1);
        }
        assertThat(rows(STRAY_TABLES, "")).isEmpty();
        assertThat(rows(STRAY_TABLES, "create table public.stray (id int)")).containsExactly("public.stray");
    }

    @Test
    void no_foreign_key_crosses_from_schema_to_schema() throws SQLException {
        assertThat(rows(FOREIGN_KEYS, "")).isEmpty();
        assertThat(rows(FOREIGN_KEYS, "create table orders.stray (id uuid references catalog.listing (id))"))
                .hasSize(1);
    }

    @Test
    void what_was_written_down_cannot_be_changed_by_the_application() throws SQLException {
        assertThat(rows(changeable(APPEND_ONLY), "")).isEmpty();
        assertThat(rows(changeable(List.of("orders.entry")), "grant delete on orders.entry to terrace_app"))
                .containsExactly("orders.entry");
    }

    @Test
    void sql_names_tables_of_its_own_module_only() {
        Map<String, List<Path>> sources = sourcesByModule();
        assertThat(sources.keySet()).containsAll(SCHEMAS);
        sources.forEach((module, files) -> assertThat(Sources.findings(files, text -> Sql.foreign(text, module)))
                .isEmpty());
    }

    @Test
    void migrations_name_tables_of_their_own_module_only() {
        for (Path migration : Sources.ending(".sql")) {
            String module = String.valueOf(migration.getName(migration.getNameCount() - 2));
            if (SCHEMAS.contains(module)) {
                assertThat(Sources.findings(List.of(migration), text -> Sql.foreignIn(text, module)))
                        .isEmpty();
            }
        }
        assertThat(Sql.foreignIn("create table orders.line (id uuid references catalog.listing)", "orders"))
                .containsExactly("catalog.listing");
        assertThat(Sql.foreignIn("at timestamptz default marketplace.clock_now()", "orders"))
                .isEmpty();
    }

    @Test
    void sql_in_java_is_found_wherever_it_stands() {
        UnaryOperator<String> java = sql -> "class A { String sql = \"" + sql + "\"; }";
        assertThat(Sql.foreign(java.apply("select 1 from catalog.listing"), "orders"))
                .containsExactly("catalog.listing");
        assertThat(Sql.foreign(java.apply("select 1 from orders.entry"), "web")).containsExactly("orders.entry");
        assertThat(Sql.foreign(java.apply("select marketplace.clock_now() from orders.entry"), "orders"))
                .isEmpty();
        assertThat(Sql.foreign(java.apply("orders.title"), "web"))
                .as("a word, no SQL")
                .isEmpty();
    }

    /** What the query finds in the database as it is, or as it would be after a change that is undone again. */
    private static List<String> rows(String query, String change) throws SQLException {
        try (Connection owner = OpenHouse.enter().owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            if (!change.isEmpty()) {
                statement.execute(change);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(query)) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            owner.rollback();
            return rows;
        }
    }

    private static String changeable(List<String> tables) {
        return """
            select name from unnest(array[%s]) as name
            where has_table_privilege('terrace_app', name, 'update')
               or has_table_privilege('terrace_app', name, 'delete')
               or has_table_privilege('terrace_app', name, 'truncate')
            """.formatted("'" + String.join("', '", tables) + "'");
    }

    private static Map<String, List<Path>> sourcesByModule() {
        Set<String> modules = Set.of("marketplace", "catalog", "search", "orders", "web");
        Map<String, List<Path>> sources = new TreeMap<>();
        for (Path file : Sources.ending(".java")) {
            String module = String.valueOf(House.ROOT.relativize(file).getName(0));
            if (modules.contains(module) && file.toString().contains("/src/main/")) {
                sources.computeIfAbsent(module, unseen -> new ArrayList<>()).add(file);
            }
        }
        return sources;
    }
}
