package terrace.marketplace.governance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GovernanceRepository extends GenericRepository<ProposalRow, UUID> {

    @Query("""
            select partner_id, coalesce(share, 10000 / (count(*) over ())::int) as share
            from marketplace.pavilion_partner where pavilion_code = :code order by position""")
    List<Say> shares(String code);

    /** Takes turns with others who vote in the same pavilion. */
    @Query("select code from marketplace.pavilion where code = :code for update")
    Optional<String> lock(String code);

    @Query("""
            update marketplace.pavilion_partner set share = :share
            where pavilion_code = :code and partner_id = :partnerId""")
    int share(String code, UUID partnerId, int share);

    @Query("""
            insert into marketplace.pavilion_proposal
                (id, pavilion_code, partner_id, kind, subject_id, sentence, made_by)
            values (:id, :code, :partnerId, :kind, :subjectId, :sentence, :by) on conflict do nothing""")
    int propose(UUID id, String code, UUID partnerId, String kind, UUID subjectId, String sentence, UUID by);

    @Query("""
            insert into marketplace.pavilion_vote (proposal_id, partner_id, yes, account_id)
            values (:proposalId, :partnerId, :yes, :by) on conflict do nothing""")
    int vote(UUID proposalId, UUID partnerId, boolean yes, UUID by);

    @Query("""
            update marketplace.pavilion_proposal set decided = :decided, decided_at = marketplace.clock_now()
            where id = :id and decided is null""")
    int decide(UUID id, String decided);

    @Query("""
            select id, pavilion_code, partner_id, kind, subject_id, sentence, made_at, decided
            from marketplace.pavilion_proposal where pavilion_code = :code order by id desc limit :limit""")
    List<ProposalRow> newest(String code, int limit);

    @Query("""
            select id, pavilion_code, partner_id, kind, subject_id, sentence, made_at, decided
            from marketplace.pavilion_proposal where id = :id""")
    Optional<ProposalRow> byId(UUID id);

    @Query("select proposal_id, partner_id, yes from marketplace.pavilion_vote where proposal_id in (:ids)")
    List<VoteRow> votes(Collection<UUID> ids);

    @Query("""
            insert into marketplace.pavilion_sponsor (pavilion_code, merchant_id, partner_id)
            values (:code, :merchantId, :partnerId) on conflict do nothing""")
    int sponsor(String code, UUID merchantId, UUID partnerId);

    @Query("""
            select m.merchant_id, s.partner_id
            from marketplace.pavilion_merchant m join marketplace.pavilion_sponsor s
                on s.pavilion_code = m.pavilion_code and s.merchant_id = m.merchant_id
            where m.pavilion_code = :code""")
    List<Sponsored> sponsored(String code);

    @Query("""
            select subject_id from marketplace.pavilion_proposal
            where pavilion_code = :code and kind = 'LISTING' and decided = 'ACCEPTED'
            order by decided_at desc, id limit :limit""")
    List<UUID> picks(String code, int limit);
}
