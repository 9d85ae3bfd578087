package terrace.orders.reconciliation;

import terrace.orders.ledger.TrialBalance;

/** Our books against the bank's own. */
public sealed interface BalanceCheck {

    /** Banks here take well below this of a payment. */
    int FEE_PERCENT_MAX = 1;

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

        /**
         * Whether all that is lacking may be the bank's fees for payments that no file has shown yet: the bank takes
         * them with the payment, and only its file says how much.
         */
        public boolean withinFees() {
            long lacking = -differenceFen();
            return trial.sound() && lacking > 0 && lacking <= clearingFen * FEE_PERCENT_MAX / 100;
        }

        /** Equal to the fen, and our own books sound. */
        public boolean sound() {
            return differenceFen() == 0 && trial.sound();
        }
    }

    /** The bank could not be asked; our own books were. */
    record BankSilent(String why, TrialBalance trial) implements BalanceCheck {}
}
