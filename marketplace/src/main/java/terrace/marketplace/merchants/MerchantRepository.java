package terrace.marketplace.merchants;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MerchantRepository extends GenericRepository<MerchantRow, UUID> {

    @Query("select * from marketplace.merchant where id in (:ids)")
    List<MerchantRow> byIds(Collection<UUID> ids);

    @Query("select * from marketplace.merchant where id = :id")
    Optional<MerchantRow> byId(UUID id);

    @Query("select * from marketplace.merchant where code = :code")
    Optional<MerchantRow> byCode(String code);

    @Query("select id from marketplace.merchant where code in (:codes)")
    List<UUID> idsOf(Collection<String> codes);

    @Query("select * from marketplace.merchant where code > :after order by code limit :limit")
    List<MerchantRow> after(String after, int limit);

    @Query("""
            select * from marketplace.merchant
            where code > :after and (strpos(lower(name), lower(:words)) > 0 or starts_with(code, lower(:words)))
            order by code limit :limit""")
    List<MerchantRow> search(String words, String after, int limit);

    @Query("""
            select * from marketplace.merchant
            where county_code like :provinceCode || '%' and status = 'OPEN' order by code limit :limit""")
    List<MerchantRow> inProvince(String provinceCode, int limit);

    @Query("select id from marketplace.merchant where id in (:ids) and status = 'OPEN'")
    List<UUID> selling(Collection<UUID> ids);

    @Query("""
            select id from marketplace.merchant m where id in (:ids) and status <> 'CLOSED'
              and not exists (select from marketplace.merchant_suspension s
                  where s.merchant_id = m.id and s.lifted_at is null and s.payouts_stopped)""")
    List<UUID> payoutAllowed(Collection<UUID> ids);

    @Query("select bank_account from marketplace.merchant where id = :id")
    Optional<SealedBankAccount> bankAccount(UUID id);

    @Query("select bank_account_holder as bank_account from marketplace.merchant where id = :id")
    Optional<SealedBankAccount> bankAccountHolder(UUID id);

    @Query("""
            insert into marketplace.merchant (id, code, name, kind, county_code, licence_number,
                commission_basis_points, bank_account_holder, bank_account, bank_account_index, bank_account_ref)
            values (:id, :code, :name, :kind, :countyCode, :licenceNumber, :commissionBasisPoints,
                :holder, :account, :accountIndex, :accountRef)
            on conflict (code) do nothing""")
    int add(
            UUID id,
            String code,
            String name,
            String kind,
            String countyCode,
            String licenceNumber,
            int commissionBasisPoints,
            byte[] holder,
            byte[] account,
            byte[] accountIndex,
            String accountRef);

    @Query("select id from marketplace.merchant where id = :id for update")
    Optional<UUID> lock(UUID id);

    @Query("update marketplace.merchant set status = :to where id = :id and status = :from")
    int status(UUID id, String from, String to);
}
