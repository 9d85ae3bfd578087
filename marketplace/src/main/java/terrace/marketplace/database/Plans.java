package terrace.marketplace.database;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/**
 * How PostgreSQL plans prepared statements: anew each time where it finds that cheaper by its own reckoning, which
 * takes longer than a lookup by key does. See also {@link SqlArrays#AMONG_IDS}, for a single statement.
 */
@Singleton
public class Plans {
    private final JdbcOperations jdbc;

    Plans(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets every statement of the transaction that runs keep its plan from one time to the next. For lookups by key on
     * a hot path; not where the best plan depends on what is asked: how long a page is, or whether a partial index may
     * be used.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep() {
        jdbc.prepareStatement("set local plan_cache_mode = force_generic_plan", statement -> statement.execute());
    }
}
