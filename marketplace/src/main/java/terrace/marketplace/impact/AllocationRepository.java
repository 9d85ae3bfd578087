package terrace.marketplace.impact;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AllocationRepository extends GenericRepository<Allocation, UUID> {

    @Query("""
            insert into marketplace.allocation (id, county_code, listing_id, lot_id, basis, from_day, to_day,
                households, evidence_key, evidence_type, entered_by, entered_at)
            values (:id, :countyCode, :listingId, :lotId, :basis, :fromDay, :toDay, :households, :evidenceKey,
                :evidenceType, :by, marketplace.clock_now())
            on conflict (id) do nothing""")
    int record(
            UUID id,
            String countyCode,
            UUID listingId,
            @Nullable UUID lotId,
            String basis,
            LocalDate fromDay,
            LocalDate toDay,
            int households,
            @Nullable String evidenceKey,
            @Nullable String evidenceType,
            UUID by);

    @Query("""
            insert into marketplace.allocation_household (allocation, household_id)
            select :allocation, h.id from marketplace.household h where h.id in (:familyIds)""")
    int include(long allocation, Collection<UUID> familyIds);

    @Query("""
            insert into marketplace.allocation_household (allocation, household_id)
            select :allocation, household_id from marketplace.allocation_household where allocation = :other""")
    int includeThoseOf(long allocation, long other);

    @Query("select * from marketplace.allocation where id = :id")
    Optional<Allocation> byId(UUID id);

    @Query("select * from marketplace.allocation where number = :number")
    Optional<Allocation> byNumber(long number);

    /** The newest that is in force on a day. */
    @Query("""
            select * from marketplace.allocation
            where listing_id = :listingId and lot_id is null and :day between from_day and to_day
            order by number desc limit 1""")
    Optional<Allocation> inForce(UUID listingId, LocalDate day);

    @Query("""
            select * from marketplace.allocation
            where listing_id = :listingId and lot_id = :lotId and :day between from_day and to_day
            order by number desc limit 1""")
    Optional<Allocation> inForceOfLot(UUID listingId, UUID lotId, LocalDate day);

    @Query("""
            select * from marketplace.allocation where county_code = :countyCode and number < :before
            order by number desc limit :limit""")
    List<Allocation> ofCounty(String countyCode, long before, int limit);

    @Query("select * from marketplace.allocation where number < :before order by number desc limit :limit")
    List<Allocation> newest(long before, int limit);
}
