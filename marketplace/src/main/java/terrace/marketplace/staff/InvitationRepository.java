package terrace.marketplace.staff;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InvitationRepository extends GenericRepository<InvitationRow, UUID> {

    /** One who is invited once more has one invitation: the newer, with a link of its own. */
    @Query("""
            insert into marketplace.staff_invitation
                (id, merchant_id, role, contact, contact_index, token_hash, invited_by, expires_at)
            values (:id, :merchantId, :role, :contact, :contactIndex, :tokenHash, :invitedBy,
                marketplace.clock_now() + make_interval(days => :days))
            on conflict (merchant_id, contact_index) where state = 'OPEN' do update
            set role = :role, token_hash = :tokenHash, invited_by = :invitedBy, invited_at = marketplace.clock_now(),
                expires_at = marketplace.clock_now() + make_interval(days => :days)""")
    int invite(
            UUID id,
            UUID merchantId,
            String role,
            byte[] contact,
            byte[] contactIndex,
            byte[] tokenHash,
            UUID invitedBy,
            int days);

    @Query("""
            select * from marketplace.staff_invitation
            where merchant_id = :merchantId and contact_index = :contactIndex and state = 'OPEN'""")
    Optional<InvitationRow> toContact(UUID merchantId, byte[] contactIndex);

    @Query("""
            select * from marketplace.staff_invitation where merchant_id = :merchantId and state = 'OPEN'
            order by invited_at desc, id""")
    List<InvitationRow> ofMerchant(UUID merchantId);

    @Query("""
            select * from marketplace.staff_invitation
            where merchant_id = :merchantId and id = :id and state = 'OPEN'""")
    Optional<InvitationRow> ofMerchant(UUID merchantId, UUID id);

    @Query("""
            select * from marketplace.staff_invitation
            where token_hash = :tokenHash and state = 'OPEN' and expires_at > marketplace.clock_now()""")
    Optional<InvitationRow> usable(byte[] tokenHash);

    @Query("""
            select exists (select from marketplace.staff_invitation
                where id = :id and contact_index = :contactIndex)""")
    boolean isTo(UUID id, byte[] contactIndex);

    /** Zero when it was used, withdrawn or renewed in the meantime. */
    @Query("""
            update marketplace.staff_invitation
            set state = 'ACCEPTED', accepted_by = :accountId, decided_at = marketplace.clock_now()
            where token_hash = :tokenHash and state = 'OPEN' and expires_at > marketplace.clock_now()""")
    int accept(byte[] tokenHash, UUID accountId);

    @Query("""
            update marketplace.staff_invitation set state = 'WITHDRAWN', decided_at = marketplace.clock_now()
            where merchant_id = :merchantId and id = :id and state = 'OPEN'""")
    int withdraw(UUID merchantId, UUID id);

    @Query("""
            delete from marketplace.staff_invitation
            where coalesce(decided_at, expires_at) < marketplace.clock_now() - make_interval(days => :days)""")
    int clear(int days);
}
