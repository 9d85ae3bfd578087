package terrace.bank.book;

import java.util.Locale;

/**
 * One movement of money; the amount is never negative, the kind says which way it went. A proof is the platform's own
 * money and leaves escrow as it is.
 */
public record Posting(
        long seq,
        Kind kind,
        long atMillis,
        String bankRef,
        String ourRef,
        long amountFen,
        long feeFen,
        long balanceFen,
        String counterpart) {

    public enum Kind {
        CHARGE,
        REFUND,
        TRANSFER,
        /** A transfer that came back. */
        TRANSFER_RETURN,
        /** Taken back for a payer who disputes a payment. */
        DISPUTE,
        /** Given back after the dispute. */
        DISPUTE_RETURN,
        /** From the platform's own account into escrow. */
        TOP_UP,
        /** From escrow to the platform's own account. */
        SWEEP,
        PROOF;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same movement otherwise told, as an erring file would. */
    public Posting with(long otherSeq, long otherMillis, long otherFen) {
        return new Posting(otherSeq, kind, otherMillis, bankRef, ourRef, otherFen, feeFen, balanceFen, counterpart);
    }

    public long inFen() {
        return switch (kind) {
            case CHARGE, TRANSFER_RETURN, DISPUTE_RETURN, TOP_UP -> amountFen;
            case REFUND, TRANSFER, DISPUTE, SWEEP, PROOF -> 0;
        };
    }

    public long outFen() {
        return feeFen
                + switch (kind) {
                    case REFUND, TRANSFER, DISPUTE, SWEEP -> amountFen;
                    case CHARGE, TRANSFER_RETURN, DISPUTE_RETURN, TOP_UP, PROOF -> 0;
                };
    }
}
