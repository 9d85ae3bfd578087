package terrace.orders.books;

/** What must be true at every moment; 1 to 16 in the order and with the numbers of the specification. */
public enum Invariant {
    /** Every journal's debits are its credits. */
    JOURNALS_BALANCE(1, true),
    /** All balances together are nothing. */
    BOOKS_BALANCE(2, true),
    /** A kept balance is the sum of its entries, a hot one what was rolled up. */
    BALANCES_ARE_SUMS(3, true),
    /** No row was changed, slipped in or taken away: the chain has no gap and fits. */
    NOTHING_CHANGED(4, true),
    /** One journal for each source, kind and number. */
    POSTED_ONCE(5, true),
    /** No account is below its floor. */
    FLOORS_HOLD(6, true),
    /** Nothing is left in the escrow of closed orders, nor in flight of refunds the bank has shown. */
    CLOSED_ORDERS_CLEAR(7, false),
    /** No payment and no line is refunded more than it brought. */
    REFUNDS_WITHIN_PAYMENTS(8, true),
    /** Payments of more than two days ago were in a bank file, and custody is what the newest file says. */
    BANK_CLEARS(9, false),
    /** An order's escrow got exactly what was agreed. */
    ORDERS_ADD_UP(10, true),
    /** Funds paid exactly the subsidies that paid orders were promised. */
    SUBSIDIES_ADD_UP(11, false),
    /** Something is paid once; other money for it goes back within a day. */
    PAID_ONCE(12, false),
    /** Each payout is in flight, or in a file, or returned. */
    PAYOUTS_CLEAR(13, true),
    /** Stock is what came in less what went out, and what is held is held for somebody. */
    STOCK_ADDS_UP(14, false),
    /** Our accounts at the bank hold what the lines of its files add up to, and no other line was posted. */
    BANK_SAYS_THE_SAME(15, false),
    /** What was given for a charity is held for it whole, and leaves only to be paid on. */
    GIFTS_ARE_WHOLE(16, false),
    /** What was paid on for projects of a charity is what the books say it has paid on. */
    DONATIONS_PAID_ON(17, false);

    private final int number;
    private final boolean stopsPayouts;

    Invariant(int number, boolean stopsPayouts) {
        this.number = number;
        this.stopsPayouts = stopsPayouts;
    }

    /** Whether no merchant may be paid while it is broken: payouts rest on it. */
    public boolean stopsPayouts() {
        return stopsPayouts;
    }

    /** As the specification counts, and on from there. */
    public int number() {
        return number;
    }
}
