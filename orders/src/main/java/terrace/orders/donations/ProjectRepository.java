package terrace.orders.donations;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProjectRepository extends GenericRepository<Project, UUID> {

    String PROJECT = """
            select p.*, g.given_fen, g.gifts, o.paid_out_fen from orders.donation_project p
            cross join lateral (select coalesce(sum(fen), 0)::bigint as given_fen, count(*) as gifts
                from orders.project_gift where project_id = p.id) g
            cross join lateral (select coalesce(sum(fen), 0)::bigint as paid_out_fen
                from orders.project_payout where project_id = p.id) o
            """;

    String PAYOUT = """
            select o.*, r.text as received, r.received_on, r.evidence_key as receipt_key,
                r.evidence_type as receipt_type
            from orders.project_payout o left join orders.project_receipt r on r.payout_id = o.id
            """;

    @Query(PROJECT + " order by p.closed_at is not null, p.opened_at desc")
    List<Project> all();

    @Query(PROJECT + " where p.code = :code")
    Optional<Project> byCode(String code);

    @Query(PROJECT + " where p.id = :id")
    Optional<Project> byId(UUID id);

    /** Who pays on waits for others who do. */
    @Query("select 1 from orders.donation_project where id = :id for update")
    Optional<Integer> lock(UUID id);

    @Query("""
            insert into orders.donation_project (id, code, charity, title, title_en, story, story_en, goal_fen,
                opened_by, opened_at)
            values (:id, :code, :charity, :title, :titleEn, :story, :storyEn, :goalFen, :by,
                marketplace.clock_now())
            on conflict (code) do nothing""")
    int open(
            UUID id,
            String code,
            String charity,
            String title,
            String titleEn,
            String story,
            String storyEn,
            long goalFen,
            UUID by);

    @Query("""
            update orders.donation_project set closed_at = marketplace.clock_now()
            where code = :code and closed_at is null""")
    int close(String code);

    @Query("""
            insert into orders.donation_till (project_id, chosen_by, from_at)
            values (:projectId, :by, marketplace.clock_now())""")
    int atTill(@Nullable UUID projectId, UUID by);

    @Query(PROJECT + """
             join lateral (select project_id from orders.donation_till where from_at <= :at
                order by number desc limit 1) t on t.project_id = p.id
            where p.closed_at is null or p.closed_at > :at""")
    Optional<Project> atTill(Instant at);

    @Query("""
            insert into orders.project_gift (project_id, source, source_id, member_id, fen, named, at)
            values (:projectId, :source, :sourceId, :memberId, :fen, :named, :at)
            on conflict (source, source_id) do nothing""")
    int arrived(UUID projectId, String source, UUID sourceId, UUID memberId, long fen, boolean named, Instant at);

    @Query("select * from orders.project_gift where project_id = :projectId order by number desc limit :limit")
    List<ProjectGift> gifts(UUID projectId, int limit);

    @Query("select * from orders.project_gift where source = :source and source_id = :sourceId")
    Optional<ProjectGift> gift(String source, UUID sourceId);

    @Query("""
            select coalesce(sum(fen), 0)::bigint from orders.project_gift
            where project_id = :projectId and number < :number""")
    long givenBefore(UUID projectId, long number);

    @Query(PAYOUT + " where o.project_id = :projectId order by o.number")
    List<ProjectPayout> payouts(UUID projectId);

    @Query(PAYOUT + " where o.id = :id")
    Optional<ProjectPayout> payout(UUID id);

    @Query("""
            insert into orders.project_payout (id, project_id, fen, payee, purpose, paid_on, bank_reference,
                evidence_key, evidence_type, entered_by, entered_at)
            values (:id, :projectId, :fen, :payee, :purpose, :paidOn, :bankReference, :evidenceKey, :evidenceType,
                :by, marketplace.clock_now())
            on conflict do nothing""")
    int payOut(
            UUID id,
            UUID projectId,
            long fen,
            String payee,
            String purpose,
            LocalDate paidOn,
            String bankReference,
            String evidenceKey,
            String evidenceType,
            UUID by);

    @Query("""
            insert into orders.project_receipt (payout_id, text, received_on, evidence_key, evidence_type, entered_by,
                entered_at)
            values (:payoutId, :text, :receivedOn, :evidenceKey, :evidenceType, :by, marketplace.clock_now())
            on conflict (payout_id) do nothing""")
    int received(UUID payoutId, String text, LocalDate receivedOn, String evidenceKey, String evidenceType, UUID by);
}
