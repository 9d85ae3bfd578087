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
            select * from marketplace.staff where account_id = :accountId order by joined_at, merchant_id""")
    List<StaffRow> ofAccount(UUID accountId);

    @Query("select * from marketplace.staff where merchant_id = :merchantId order by joined_at, account_id")
    List<StaffRow> ofMerchant(UUID merchantId);

    @Query("select * from marketplace.staff where merchant_id = :merchantId and account_id = :accountId")
    Optional<StaffRow> of(UUID merchantId, UUID accountId);

    @Query("""
            insert into marketplace.staff (merchant_id, account_id, role) values (:merchantId, :accountId, :role)
            on conflict (merchant_id, account_id) do update set role = :role where staff.role <> :role""")
    int join(UUID merchantId, UUID accountId, String role);

    @Query("delete from marketplace.staff where merchant_id = :merchantId and account_id = :accountId")
    int leave(UUID merchantId, UUID accountId);
}
