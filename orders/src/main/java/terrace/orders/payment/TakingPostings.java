package terrace.orders.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Posting;
import terrace.orders.payment.PayableOutcome.Accepted;
import terrace.orders.payment.PayableOutcome.Subsidy;

/** What is written into the books when money is taken. */
final class TakingPostings {

    private TakingPostings() {}

    /** The buyer's money to escrow and charities; and what others bear, from their funds to the same escrow. */
    static List<Journal> of(Payment payment, Accepted accepted, Instant now) {
        List<Posting> paid = new ArrayList<>();
        paid.add(Posting.debit(Account.clearing(), payment.fen()));
        accepted.shares().stream()
                .filter(share -> share.fen() > 0)
                .forEach(share -> paid.add(Posting.credit(Account.escrow(share.orderId()), share.fen())));
        accepted.gifts().forEach(gift -> paid.add(Posting.credit(Account.donation(gift.charity()), gift.fen())));
        Journal taken = new Journal(JournalKind.PAYMENT_TAKEN, Till.SOURCE, payment.id(), 0, now, paid);
        return accepted.subsidies().isEmpty()
                ? List.of(taken)
                : List.of(taken, subsidies(payment, accepted.subsidies(), now));
    }

    private static Journal subsidies(Payment payment, List<Subsidy> subsidies, Instant now) {
        Map<String, Account> funds = new TreeMap<>();
        Map<String, Long> byFund = new TreeMap<>();
        Map<String, Long> byOrder = new TreeMap<>();
        Map<String, Account> orders = new TreeMap<>();
        for (Subsidy subsidy : subsidies) {
            Account escrow = Account.escrow(subsidy.orderId());
            funds.put(subsidy.fund().code(), subsidy.fund());
            orders.put(escrow.code(), escrow);
            byFund.merge(subsidy.fund().code(), subsidy.fen(), Math::addExact);
            byOrder.merge(escrow.code(), subsidy.fen(), Math::addExact);
        }
        List<Posting> postings = new ArrayList<>();
        funds.forEach((code, fund) -> postings.add(Posting.debit(fund, byFund.getOrDefault(code, 0L))));
        orders.forEach((code, escrow) -> postings.add(Posting.credit(escrow, byOrder.getOrDefault(code, 0L))));
        return new Journal(JournalKind.SUBSIDY_PAID, Till.SOURCE, payment.id(), 0, now, postings);
    }
}
