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
        return kind == Kind.CHARGE ? amountFen : 0;
    }

    public long outFen() {
        return (kind == Kind.REFUND || kind == Kind.TRANSFER ? amountFen : 0) + feeFen;
    }
}
