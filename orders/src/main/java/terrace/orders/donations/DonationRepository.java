package terrace.orders.donations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gifts. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DonationRepository extends GenericRepository<Donation, UUID> {

    /** The same id again changes nothing. */
    @Query("""
            insert into orders.donation (id, member_id, charity, fen, state, created_at, pay_by, project_id, named)
            values (:id, :memberId, :charity, :fen, 'WAITING', :at, :payBy, :projectId, :named)
            on conflict (id) do nothing""")
    int insert(
            UUID id,
            UUID memberId,
            String charity,
            long fen,
            Instant at,
            Instant payBy,
            @Nullable UUID projectId,
            boolean named);

    @Query("select * from orders.donation where id = :id")
    Optional<Donation> byId(UUID id);

    @Query("select * from orders.donation where id = :id for update")
    Optional<Donation> lock(UUID id);

    @Query("""
            update orders.donation set state = 'GIVEN', paid_by = :paymentId, paid_at = :at
            where id = :id and state = 'WAITING'""")
    int given(UUID id, UUID paymentId, Instant at);

    @Query("""
            select * from orders.donation where member_id = :memberId and state = 'GIVEN'
            order by created_at desc limit :limit""")
    List<Donation> givenBy(UUID memberId, int limit);
}
