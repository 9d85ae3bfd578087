package terrace.marketplace.staff;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface StaffRepository extends GenericRepository<StaffRow, UUID> {

    @Query("""
            select * from marketplace.staff where account_id = :accountId
            order by chosen_at desc nulls last, joined_at, merchant_id""")
    List<StaffRow> ofAccount(UUID accountId);

    @Query("select * from marketplace.staff where merchant_id = :merchantId order by joined_at, account_id")
    List<StaffRow> ofMerchant(UUID merchantId);

    @Query("select * from marketplace.staff where merchant_id = :merchantId and account_id = :accountId")
    Optional<StaffRow> of(UUID merchantId, UUID accountId);

    @Query("""
            insert into marketplace.staff (merchant_id, account_id, role) values (:merchantId, :accountId, :role)
            on conflict (merchant_id, account_id) do update set role = :role where staff.role <> :role""")
    int join(UUID merchantId, UUID accountId, String role);

    /** Zero when the account has joined before. */
    @Query("""
            insert into marketplace.staff (merchant_id, account_id, role, chosen_at)
            values (:merchantId, :accountId, :role, marketplace.clock_now())
            on conflict (merchant_id, account_id) do nothing""")
    int joinAnew(UUID merchantId, UUID accountId, String role);

    @Query("""
            update marketplace.staff set chosen_at = marketplace.clock_now()
            where merchant_id = :merchantId and account_id = :accountId""")
    int choose(UUID merchantId, UUID accountId);

    /** Held until the transaction ends: of two owners who leave at once the second sees that the first is gone. */
    @Query("select id from marketplace.merchant where id = :merchantId for update")
    UUID lock(UUID merchantId);

    @Query("delete from marketplace.staff where merchant_id = :merchantId and account_id = :accountId")
    int leave(UUID merchantId, UUID accountId);
}
