package terrace.orders.reconciliation;

import terrace.orders.ledger.TrialBalance;

/** Our books against the bank's own. */
public sealed interface BalanceCheck {

    /**
     * Compared, in fen.
     *
     * @param bankFen what the bank's book holds in escrow
     * @param escrowFen what its files have shown us of that
     * @param clearingFen paid and not yet in a file
     * @param owedFen what custody must hold for others
     * @param onTheWayFen what has left the bank's book and is in no file yet: payouts, refunds, commission; less the
     *     subsidies that came
     */
    record Compared(long bankFen, long escrowFen, long clearingFen, long onTheWayFen, long owedFen, TrialBalance trial)
            implements BalanceCheck {

        /** What we believe the bank holds. */
        public long oursFen() {
            return escrowFen + clearingFen - onTheWayFen;
        }

        /**
         * What custody holds beyond what it must: the platform's commission before it is swept. Below zero, the
         * platform adds to it the same day: subsidies are not moved there yet, the bank took fees, or merchants owe.
         */
        public long coverFen() {
            return escrowFen + clearingFen - owedFen;
        }

        /** Bank less ours; 0 when all is well. */
        public long differenceFen() {
            return bankFen - oursFen();
        }

        /** Equal to the fen, and our own books sound. */
        public boolean sound() {
            return differenceFen() == 0 && trial.sound();
        }
    }

    /** The bank could not be asked; our own books were. */
    record BankSilent(String why, TrialBalance trial) implements BalanceCheck {}
}
