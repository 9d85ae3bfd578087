package terrace.marketplace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static terrace.marketplace.database.SqlArrays.AMONG_IDS;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;

/** PostgreSQL counts for each prepared statement how often it used a plan that it had kept. */
@MicronautTest(transactional = false)
class PlansTest {
    /** The driver prepares a statement at its fifth time, PostgreSQL makes a plan to keep after five more. */
    private static final int TIMES = 20;

    private static final String KEYS = """
            create temp table plans_key on commit drop as
            select gen_random_uuid() as id from generate_series(1, 10000)""";

    @Inject
    Plans plans;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void a_lookup_of_any_ids_is_planned_each_time() {
        assertThat(kept("any(?)", false)).isZero();
    }

    @Test
    void a_lookup_among_ids_keeps_its_plan() {
        assertThat(kept(AMONG_IDS, false)).isPositive();
    }

    @Test
    void every_statement_of_a_transaction_that_says_so_keeps_its_plan() {
        assertThat(kept("any(?)", true)).isPositive();
    }

    private long kept(String amongWhich, boolean keeping) {
        String lookup = "select id from plans_key where id = " + amongWhich;
        return transactions.executeWrite(status -> {
            run(KEYS);
            run("create unique index on plans_key (id)");
            run("analyze plans_key");
            if (keeping) {
                plans.keep();
            }
            long before = plansKept();
            for (int time = 0; time < TIMES; time++) {
                look(lookup);
            }
            return plansKept() - before;
        });
    }

    private long plansKept() {
        return jdbc.prepareStatement(
                """
                select coalesce(sum(generic_plans), 0) from pg_prepared_statements
                where statement like 'select id from plans_key%'
                """,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                });
    }

    private void run(String sql) {
        jdbc.prepareStatement(sql, statement -> statement.execute());
    }

    private void look(String lookup) {
        jdbc.prepareStatement(lookup, statement -> {
            statement.setArray(1, uuids(statement, List.of(Ids.next())));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }
}
