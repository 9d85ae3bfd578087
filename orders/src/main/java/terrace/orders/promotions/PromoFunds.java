package terrace.orders.promotions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.Batch;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponBatches;
import terrace.marketplace.coupons.NewBatch;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;

/**
 * The door to prepaid funds from which others than the buyer pay of prices. A batch of coupons is made only within what
 * its funds have free, so that no payment ever meets an empty fund; the ledger's floor holds the same a second time.
 */
@Singleton
public class PromoFunds {

    private static final String SOURCE = "promo-fund";

    private final Ledger ledger;
    private final CouponBatches batches;
    private final PromisedFunds funds;
    private final Audit audit;
    private final Clock clock;

    PromoFunds(Ledger ledger, CouponBatches batches, PromisedFunds funds, Audit audit, Clock clock) {
        this.ledger = ledger;
        this.batches = batches;
        this.funds = funds;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes that money was paid into a fund; false when this payment was noted before.
     *
     * @param organiserId whose fund; null for the platform's
     * @param paymentId minted when the page was shown, so that a word sent twice is one payment
     */
    @Transactional
    public boolean payIn(UUID operatorId, @Nullable UUID organiserId, long fen, UUID paymentId) {
        boolean posted = ledger.post(Journal.of(
                JournalKind.PROMO_PAID_IN,
                SOURCE,
                paymentId,
                clock.now(),
                Posting.debit(Account.bankPromo(), fen),
                Posting.credit(PromisedFunds.fund(organiserId), fen)));
        if (posted) {
            audit.record(
                    "account:" + operatorId,
                    "promo-fund.paid-in",
                    PromisedFunds.fund(organiserId).code(),
                    Map.of("fen", Long.toString(fen)));
        }
        return posted;
    }

    /** @param organiserId whose fund; null for the platform's */
    @Transactional(readOnly = true)
    public FundState state(@Nullable UUID organiserId) {
        return funds.state(organiserId);
    }

    /** The organisers who have something in their funds. */
    @Transactional(readOnly = true)
    public Set<UUID> filled() {
        return ledger.funds().keySet();
    }

    /** Makes a batch if its funds have its cost free, each in its share, rounded up. Locks those funds. */
    @Transactional
    public Promise make(NewBatch batch) {
        if (batches.byId(batch.terms().batchId()).isPresent()) {
            return new Promise.Made();
        }
        CostShare cost = batch.terms().cost();
        UUID organiser = cost.organiserId();
        if (organiser != null) {
            long needed = part(batch.budgetFen(), cost.organiser());
            long free = lockedFree(organiser);
            if (free < needed) {
                return new Promise.OrganiserShort(needed, free);
            }
        }
        if (cost.platform() > 0) {
            long needed = part(batch.budgetFen(), cost.platform());
            long free = lockedFree(null);
            if (free < needed) {
                return new Promise.PlatformShort(needed, free);
            }
        }
        batches.make(batch);
        return new Promise.Made();
    }

    /** No more of a batch may be claimed, which frees what was kept for it; empty when there is none. */
    @Transactional
    public Optional<Batch> stop(UUID operatorId, UUID batchId) {
        batches.stop(batchId, operatorId);
        return batches.byId(batchId);
    }

    private long lockedFree(@Nullable UUID organiserId) {
        return funds.locked(organiserId).freeFen();
    }

    private static long part(long fen, int share) {
        return Math.ceilDiv(Math.multiplyExact(fen, share), CostShare.WHOLE);
    }
}
