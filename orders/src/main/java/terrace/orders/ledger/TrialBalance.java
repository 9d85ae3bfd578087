package terrace.orders.ledger;

/**
 * All entries of the ledger summed, in fen.
 *
 * @param drifting accounts whose kept balance is not the sum of their entries
 */
public record TrialBalance(long debitFen, long creditFen, long drifting) {

    /** Debit less credit; 0 in sound books. */
    public long differenceFen() {
        return debitFen - creditFen;
    }

    /** Whether both promises hold. */
    public boolean sound() {
        return differenceFen() == 0 && drifting == 0;
    }
}
