package terrace.orders.ledger;

/** One line of a journal: so many fen on one side of one account. */
public record Posting(Account account, Side side, long fen) {

    public Posting {
        if (fen <= 0) {
            throw new IllegalArgumentException("A posting moves money: " + fen + " fen");
        }
    }

    /** Adds to the debit side. */
    public static Posting debit(Account account, long fen) {
        return new Posting(account, Side.DEBIT, fen);
    }

    /** Adds to the credit side. */
    public static Posting credit(Account account, long fen) {
        return new Posting(account, Side.CREDIT, fen);
    }
}
