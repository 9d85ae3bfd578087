package terrace.marketplace.organising;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ExtensionRepository extends GenericRepository<CampaignExtension, UUID> {

    @Query("select * from marketplace.campaign_extension where campaign_id = :campaignId and decided_by is null")
    Optional<CampaignExtension> waiting(UUID campaignId);

    @Query("select * from marketplace.campaign_extension where decided_by is null order by asked_at")
    List<CampaignExtension> waiting();

    @Query("select * from marketplace.campaign_extension where id = :id")
    Optional<CampaignExtension> byId(UUID id);

    @Query("""
            insert into marketplace.campaign_extension (id, campaign_id, ends_at, reason, asked_by)
            values (:id, :campaignId, :endsAt, :reason, :accountId) on conflict do nothing""")
    int ask(UUID id, UUID campaignId, Instant endsAt, String reason, UUID accountId);

    @Query("""
            update marketplace.campaign_extension
            set decided_by = :accountId, decided_at = marketplace.clock_now(), granted = :granted
            where id = :id and decided_by is null""")
    int decide(UUID id, UUID accountId, boolean granted);

    /** Nothing happens to one that has begun meanwhile. */
    @Query("""
            update marketplace.campaign set ends_at = :endsAt
            where id = :campaignId and state = 'OPEN' and starts_at > marketplace.clock_now() and ends_at < :endsAt""")
    int extend(UUID campaignId, Instant endsAt);
}
