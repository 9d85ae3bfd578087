package terrace.marketplace.households;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface HouseholdRepository extends GenericRepository<HouseholdSheetRow, UUID> {

    /** Numbers of a county are given one after the other. */
    @Query("select length(pg_advisory_xact_lock(hashtextextended('household:' || :countyCode, 0))::text)")
    int lock(String countyCode);

    @Query("""
            insert into marketplace.household (id, county_code, number, village, people, sealed_name, sealed_register,
                register_index, entered_by, entered_at)
            select :id, :countyCode, coalesce(max(number), 0) + 1, :village, :people, :name, :register,
                :registerIndex, :by, marketplace.clock_now()
            from marketplace.household where county_code = :countyCode
            on conflict (register_index) do nothing""")
    int enter(
            UUID id,
            String countyCode,
            String village,
            int people,
            byte[] name,
            byte[] register,
            byte[] registerIndex,
            UUID by);

    /** Of these indexes, written in hexadecimal and parted by commas, those of families that are here. */
    @Query("""
            select encode(register_index, 'hex') from marketplace.household
            where register_index in (select decode(i, 'hex') from unnest(string_to_array(:indexes, ',')) as t (i))""")
    List<String> known(String indexes);

    @Query("select id, county_code, number, village, people from marketplace.household where id = :id")
    Optional<Household> byId(UUID id);

    @Query("""
            select village as name, count(*)::int as households, sum(people)::int as people
            from marketplace.household where county_code = :countyCode and left_at is null
            group by village order by village""")
    List<Village> villages(String countyCode);

    @Query("""
            select id, county_code, number, village, people from marketplace.household
            where county_code = :countyCode and village = :village and left_at is null order by number""")
    List<Household> ofVillage(String countyCode, String village);

    @Query("""
            select id, county_code, number, village, people from marketplace.household
            where county_code = :countyCode and village in (:villages) and left_at is null order by number""")
    List<Household> ofVillages(String countyCode, Set<String> villages);

    @Query("""
            update marketplace.household set left_at = marketplace.clock_now(), sealed_name = null,
                sealed_register = null, register_index = null
            where id = :id and county_code = :countyCode and left_at is null""")
    int leave(String countyCode, UUID id);

    @Query("""
            insert into marketplace.household_sheet (id, county_code, account_id, sealed, good, faults, received_at)
            values (:id, :countyCode, :accountId, :sealed, :good, :faults, marketplace.clock_now())""")
    int receive(UUID id, String countyCode, UUID accountId, byte[] sealed, int good, String faults);

    @Query("""
            select id, county_code, account_id, coalesce(sealed, '') as sealed, good, faults, received_at, taken
            from marketplace.household_sheet where id = :id and account_id = :accountId""")
    Optional<HouseholdSheetRow> sheet(UUID accountId, UUID id);

    @Query("""
            select id, county_code, account_id, coalesce(sealed, '') as sealed, good, faults, received_at, taken
            from marketplace.household_sheet where id = :id and account_id = :accountId for update""")
    Optional<HouseholdSheetRow> lockSheet(UUID accountId, UUID id);

    @Query("update marketplace.household_sheet set sealed = null, taken = :taken where id = :id")
    int taken(UUID id, int taken);
}
