package terrace.orders.reversals;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;
import terrace.orders.purchases.OpenOrder;

/**
 * Says in the books who gives and who gets when a sale is taken back: before acceptance the order's escrow gives, after
 * it the merchant's available money, and what that lacks the merchant owes; the commission bears its share.
 */
@Singleton
class Books {
    private static final String SOURCE = "reversal";

    private final Ledger ledger;

    Books(Ledger ledger) {
        this.ledger = ledger;
    }

    void post(OpenOrder order, Reversal reversal) {
        List<Posting> postings = new ArrayList<>(
                reversal.accepted()
                        ? fromMerchant(order.merchantId(), reversal)
                        : List.of(Posting.debit(Account.escrow(order.id()), reversal.fen())));
        if (reversal.refundId() != null) {
            postings.add(Posting.credit(Account.refundInFlight(reversal.refundId()), reversal.cashFen()));
        }
        backToFunds(reversal, postings);
        JournalKind kind = reversal.accepted() ? JournalKind.SALE_REVERSED_LATE : JournalKind.SALE_REVERSED;
        ledger.post(new Journal(kind, SOURCE, reversal.id(), 0, reversal.at(), postings));
    }

    /** The merchant's balance is held fast first: two at once may not both spend the same money. */
    private List<Posting> fromMerchant(UUID merchantId, Reversal reversal) {
        long due = reversal.fen() - reversal.commissionFen();
        long there = Math.min(due, Math.max(0, ledger.lockedBalance(Account.available(merchantId))));
        List<Posting> postings = new ArrayList<>();
        if (there > 0) {
            postings.add(Posting.debit(Account.available(merchantId), there));
        }
        if (due > there) {
            postings.add(Posting.debit(Account.receivable(merchantId), due - there));
        }
        if (reversal.commissionFen() > 0) {
            postings.add(Posting.debit(Account.commission(), reversal.commissionFen()));
        }
        return postings;
    }

    private static void backToFunds(Reversal reversal, List<Posting> postings) {
        reversal.parts().stream()
                .filter(part -> part.paidBy() != PaidBy.BUYER)
                .forEach(part -> postings.add(Posting.credit(part.paidBy().fund(part.bearerId()), part.fen())));
    }
}
