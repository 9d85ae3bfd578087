package terrace.orders.rewards;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.points.Points;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;

/** Gives points and takes them back, in the member's account and in the books at once; each once per source. */
@Singleton
public class Rewards {

    private final Points points;
    private final Ledger ledger;
    private final Clock clock;

    Rewards(Points points, Ledger ledger, Clock clock) {
        this.points = points;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** An order was accepted for which so much cash was paid and not refunded: a point for each full yuan. */
    @Transactional
    public void earned(UUID orderId, UUID memberId, long cashFen) {
        long earned = Points.earnedBy(cashFen);
        if (points.earn(orderId, memberId, earned)) {
            ledger.post(Journal.of(
                    JournalKind.POINTS_EARNED,
                    "order",
                    orderId,
                    clock.now(),
                    Posting.debit(Account.pointsExpense(), earned),
                    Posting.credit(Account.promoPoints(), earned)));
        }
    }

    /** So much cash of an accepted order was refunded: what it earned is taken back, as far as it is still there. */
    @Transactional
    public void takenBack(UUID refundId, UUID memberId, long cashFen) {
        long taken = points.takeBack(refundId, memberId, Points.earnedBy(cashFen));
        if (taken > 0) {
            ledger.post(Journal.of(
                    JournalKind.POINTS_TAKEN_BACK,
                    "refund",
                    refundId,
                    clock.now(),
                    Posting.debit(Account.promoPoints(), taken),
                    Posting.credit(Account.pointsExpense(), taken)));
        }
    }

    /**
     * What points had paid is refunded: they are the member's again. The books' side, escrow to the points' fund, is in
     * the refund's own journal.
     */
    @Transactional
    public void givenBack(UUID refundId, UUID memberId, long pointsFen) {
        points.giveBack(refundId, memberId, pointsFen);
    }
}
