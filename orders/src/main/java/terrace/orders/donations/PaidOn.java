package terrace.orders.donations;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;

/** Payouts of projects in the books: what a charity was given lessens by what its bank has paid on, slip by slip. */
@Singleton
class PaidOn {
    private static final String SOURCE = "donation-payout";

    private static final String UNPOSTED = """
            select o.id, p.charity, o.fen from orders.project_payout o
            join orders.donation_project p on p.id = o.project_id
            where not exists (select from orders.journal j
                where j.source_type = 'donation-payout' and j.source_id = o.id)
            order by o.number
            """;

    private final Ledger ledger;
    private final JdbcOperations jdbc;
    private final Clock clock;

    PaidOn(Ledger ledger, JdbcOperations jdbc, Clock clock) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Once for a payout, in the transaction that enters it. */
    void post(UUID payoutId, String charity, long fen) {
        ledger.post(Journal.of(
                JournalKind.DONATION_PAID_ON,
                SOURCE,
                payoutId,
                clock.now(),
                Posting.debit(Account.donation(charity), fen),
                Posting.credit(Account.donationPaidOn(charity), fen)));
    }

    /** Those that were entered before the books knew of payouts; how many there were. */
    int postEarlier() {
        List<Payout> earlier = jdbc.prepareStatement(UNPOSTED, (PreparedStatement statement) -> {
            List<Payout> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Payout(row.getObject("id", UUID.class), row.getString("charity"), row.getLong("fen")));
                }
            }
            return found;
        });
        earlier.forEach(payout -> post(payout.id(), payout.charity(), payout.fen()));
        return earlier.size();
    }

    private record Payout(UUID id, String charity, long fen) {}
}
