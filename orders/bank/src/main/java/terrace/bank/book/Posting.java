package terrace.bank.book;

import java.util.Locale;

/** One movement of escrow money; the amount is never negative, the kind says which way it went. */
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
        TRANSFER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public long inFen() {
        return kind == Kind.CHARGE ? amountFen : 0;
    }

    public long outFen() {
        return (kind == Kind.CHARGE ? 0 : amountFen) + feeFen;
    }
}
