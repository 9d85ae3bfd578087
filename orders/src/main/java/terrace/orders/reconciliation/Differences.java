package terrace.orders.reconciliation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Differences, read. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Differences extends GenericRepository<Difference, UUID> {

    @Query("""
            select * from orders.bank_difference order by cleared_at is not null, found_at desc limit :limit""")
    List<Difference> openFirst(int limit);
}
