package terrace.marketplace.bankaccounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BankAccountRepository extends GenericRepository<BankAccountRow, UUID> {

    @Query("select * from marketplace.bank_account where id = :id")
    Optional<BankAccountRow> byId(UUID id);

    @Query("select * from marketplace.bank_account where merchant_id = :merchantId and id = :id for update")
    Optional<BankAccountRow> lock(UUID merchantId, UUID id);

    @Query("""
            select * from marketplace.bank_account where merchant_id = :merchantId
            order by given_at desc, id desc limit 1""")
    Optional<BankAccountRow> newest(UUID merchantId);

    @Query("select * from marketplace.bank_account where merchant_id = :merchantId and under_way")
    Optional<BankAccountRow> underWay(UUID merchantId);

    /** Decided by the database's clock, at the moment of asking. */
    @Query("""
            select distinct on (merchant_id) * from marketplace.bank_account
            where merchant_id in (:merchantIds) and state = 'PROVEN' and stopped_at is null
              and in_use_from <= marketplace.clock_now()
            order by merchant_id, in_use_from desc, given_at desc, id desc""")
    List<BankAccountRow> inUse(Collection<UUID> merchantIds);

    /** One at a time for each merchant, until the transaction ends. */
    @Query("select id from marketplace.merchant where id = :merchantId for update")
    Optional<UUID> lockMerchant(UUID merchantId);

    @Query("""
            insert into marketplace.bank_account (id, merchant_id, holder, bank, number, number_index, payee, change,
                given_by, in_use_from)
            values (:id, :merchantId, :holder, :bank, :number, :index, :payee, :change, :givenBy,
                case when :change then null else marketplace.clock_now() end)""")
    int give(
            UUID id,
            UUID merchantId,
            byte[] holder,
            String bank,
            byte[] number,
            byte[] index,
            String payee,
            boolean change,
            UUID givenBy);

    /** The account given at opening, where none was given since. */
    @Query("""
            insert into marketplace.bank_account (id, merchant_id, holder, bank, number, number_index, payee, change,
                given_by, in_use_from)
            select :id, m.id, bank_account_holder, :bank, bank_account, bank_account_index, bank_account_ref, false,
                :givenBy, marketplace.clock_now()
            from marketplace.merchant m where m.id = :merchantId
              and not exists (select from marketplace.bank_account a where a.merchant_id = m.id)""")
    int first(UUID id, UUID merchantId, String bank, UUID givenBy);

    @Query("""
            insert into marketplace.bank_account (id, merchant_id, holder, bank, number, number_index, payee, change,
                state, proven_at, in_use_from, under_way)
            select gen_random_uuid(), m.id, bank_account_holder, '', bank_account, bank_account_index,
                bank_account_ref, false, 'PROVEN', marketplace.clock_now(), :since, false
            from marketplace.merchant m where m.id in (:merchantIds)
              and not exists (select from marketplace.bank_account a where a.merchant_id = m.id)
            returning merchant_id""")
    List<UUID> vouch(Collection<UUID> merchantIds, Instant since);

    @Query("""
            update marketplace.bank_account set state = :to, under_way = under_way and :underWay
            where id = :id and state = :from and under_way""")
    int move(UUID id, String from, String to, boolean underWay);

    /** A first account is in use at once; a change when its time has come. */
    @Query("""
            update marketplace.bank_account set state = 'PROVEN', proven_at = marketplace.clock_now(),
                under_way = change
            where id = :id and state = 'AWAITING' and under_way""")
    int prove(UUID id);

    @Query("""
            update marketplace.bank_account set confirmed_by = :by, confirmed_at = marketplace.clock_now(),
                in_use_from = marketplace.clock_now() + make_interval(hours => :hours)
            where id = :id and under_way and change and confirmed_by is null""")
    int confirm(UUID id, UUID by, int hours);

    /** Too late once it is in use. */
    @Query("""
            update marketplace.bank_account set stopped_by = :by, stopped_at = marketplace.clock_now(),
                under_way = false
            where id = :id and under_way
              and not (state = 'PROVEN' and coalesce(in_use_from, 'infinity') <= marketplace.clock_now())""")
    int stop(UUID id, UUID by);

    /** A change whose time has come is not under way any more. */
    @Query("""
            update marketplace.bank_account set under_way = false
            where merchant_id = :merchantId and under_way and state = 'PROVEN'
              and in_use_from <= marketplace.clock_now()""")
    int arrive(UUID merchantId);
}
