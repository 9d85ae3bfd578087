package terrace.orders.fulfilment;

import jakarta.inject.Singleton;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;
import terrace.orders.purchases.Order;

/** Puts an order's money into the books, where payment would, and looks at what becomes of it. */
@Singleton
class Escrow {
    private final Ledger ledger;
    private final Clock clock;

    Escrow(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void fill(Order order) {
        ledger.post(Journal.of(
                JournalKind.PAYMENT_TAKEN,
                "payment",
                Ids.next(),
                clock.now(),
                Posting.debit(Account.clearing(), order.totalFen()),
                Posting.credit(Account.escrow(order.id()), order.totalFen())));
    }

    long held(Order order) {
        return ledger.balance(Account.escrow(order.id()));
    }

    long availableTo(UUID merchantId) {
        return ledger.balance(Account.available(merchantId));
    }
}
