package terrace.orders.disputes;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.Events;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.money.Money;
import terrace.marketplace.shopletters.ShopLetters;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.DebtCollection;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;

/** The door to disputed payments: written down from the bank's letter, moved by what its files show. */
@Singleton
public class Disputes {

    private static final String SOURCE = "dispute";

    private final DisputeRecords records;
    private final DisputedOrders orders;
    private final Ledger ledger;
    private final DebtCollection debts;
    private final ShopLetters letters;
    private final Events events;
    private final Audit audit;
    private final Clock clock;

    Disputes(
            DisputeRecords records,
            DisputedOrders orders,
            Ledger ledger,
            DebtCollection debts,
            ShopLetters letters,
            Events events,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.orders = orders;
        this.ledger = ledger;
        this.debts = debts;
        this.letters = letters;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes down that the bank takes back what a buyer paid for an order: the merchant's money, else what the merchant
     * owes, and commission bear it until it is decided. Empty for no such paid order; a case is written down once.
     *
     * @param bankCase the bank's number of it
     */
    @Transactional
    public Optional<Disputing> open(String orderNumber, String bankCase, long fen, String reason, UUID by) {
        return orders.lock(orderNumber).map(facts -> {
            Optional<Dispute> known = records.byCase(bankCase);
            if (known.isPresent()) {
                return known(known.get(), facts);
            }
            if (facts.acceptedFen() == 0) {
                return new Disputing.NotAccepted();
            }
            return fen > facts.disputableFen()
                    ? new Disputing.TooMuch(facts.disputableFen())
                    : write(facts, bankCase, fen, reason, by);
        });
    }

    private static Disputing known(Dispute known, DisputedOrders.Facts facts) {
        return known.orderId().equals(facts.orderId()) ? new Disputing.Known(known) : new Disputing.OfAnotherOrder();
    }

    private Disputing write(DisputedOrders.Facts facts, String bankCase, long fen, String reason, UUID by) {
        UUID id = Ids.next();
        Instant now = clock.now();
        long commission = facts.commissionOf(fen);
        int written = records.insert(
                id, bankCase, facts.orderId(), facts.paymentId(), facts.merchantId(), fen, commission, reason, by, now);
        if (written == 0) {
            // somebody has written it down for another order at this moment: this one's lock is held here
            return known(records.byCase(bankCase).orElseThrow(), facts);
        }
        Account available = Account.available(facts.merchantId());
        long fromMerchant = fen - commission;
        long there = Math.min(fromMerchant, ledger.lockedBalance(available));
        List<Posting> postings = new ArrayList<>();
        add(postings, there, Posting::debit, available);
        add(postings, fromMerchant - there, Posting::debit, Account.receivable(facts.merchantId()));
        add(postings, commission, Posting::debit, Account.commission());
        postings.add(Posting.credit(Account.disputeHeld(id), fen));
        ledger.post(new Journal(JournalKind.DISPUTE_OPENED, SOURCE, id, 0, now, postings));
        letters.tell(
                facts.merchantId(), NewsKind.MONEY, "dispute.opened", "/merchant/statement", "¥" + Money.grouped(fen));
        audit.record(by.toString(), "dispute.opened", SOURCE + ":" + id, Map.of("fen", Long.toString(fen)));
        return new Disputing.Opened(records.byId(id).orElseThrow());
    }

    private interface Side {
        Posting of(Account account, long fen);
    }

    private static void add(List<Posting> postings, long fen, Side side, Account account) {
        if (fen > 0) {
            postings.add(side.of(account, fen));
        }
    }

    /**
     * Notes what the bank has decided, once; whether it was open. Won money comes back with the bank's file, lost money
     * stays away: there is nothing to post here, but campaigns and impact hear of it.
     */
    @Transactional
    public boolean decide(UUID id, boolean won, UUID by) {
        boolean open = records.lock(id)
                .filter(dispute -> dispute.state() == Dispute.State.OPEN)
                .isPresent();
        if (open) {
            records.decide(id, won ? Dispute.State.WON : Dispute.State.LOST, clock.now());
            if (!won) {
                events.publish(new DisputeLost(id));
            }
            audit.record(by.toString(), won ? "dispute.won" : "dispute.lost", SOURCE + ":" + id, Map.of());
        }
        return open;
    }

    /** The dispute whose money a line of the bank's file takes, noted as taken. Joins the caller's transaction. */
    @Transactional
    public Optional<Dispute> takenInFile(UUID paymentId, long fen, LocalDate day) {
        Optional<Dispute> dispute = records.awaitingTaking(paymentId, fen);
        dispute.ifPresent(found -> records.taken(found.id(), day));
        return dispute;
    }

    /**
     * The bank's file shows the money of a won dispute given back: to the merchant and the commission, and what the
     * merchant owes is collected from it. Joins the caller's transaction; empty when no dispute waits for it.
     */
    @Transactional
    public Optional<Dispute> returnedInFile(UUID paymentId, long fen, LocalDate day, Instant at) {
        Optional<Dispute> found = records.awaitingReturn(paymentId, fen);
        found.ifPresent(dispute -> {
            if (dispute.state() == Dispute.State.OPEN) {
                records.decide(dispute.id(), Dispute.State.WON, clock.now());
            }
            records.returned(dispute.id(), day);
            List<Posting> postings = new ArrayList<>();
            postings.add(Posting.debit(Account.bankEscrow(), fen));
            add(postings, dispute.merchantFen(), Posting::credit, Account.available(dispute.merchantId()));
            add(postings, dispute.commissionFen(), Posting::credit, Account.commission());
            ledger.post(new Journal(JournalKind.DISPUTE_WON, SOURCE, dispute.id(), 0, at, postings));
            debts.collect(dispute.merchantId(), SOURCE, dispute.id(), 0, at);
            letters.tell(
                    dispute.merchantId(),
                    NewsKind.MONEY,
                    "dispute.won",
                    "/merchant/statement",
                    "¥" + Money.grouped(fen));
        });
        return found;
    }

    @Transactional(readOnly = true)
    public List<Dispute> newest(int limit) {
        return records.newest(limit);
    }

    @Transactional(readOnly = true)
    public Optional<Dispute> byId(UUID id) {
        return records.byId(id);
    }
}
