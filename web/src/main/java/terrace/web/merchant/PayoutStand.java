package terrace.web.merchant;

import terrace.orders.settlement.Payout;

/** How far a payout is, as people tell it; words are at {@code merchant.payout.<name>}. */
public enum PayoutStand {
    /** Not known to be at the bank. */
    INSTRUCTED,
    /** The bank has it, its file does not show it yet. */
    SENT,
    /** Shown in the bank's file: it has left. */
    PAID,
    /** The bank gave it back. */
    RETURNED;

    public static PayoutStand of(Payout payout) {
        return switch (payout.state()) {
            case INSTRUCTED -> INSTRUCTED;
            case RETURNED -> RETURNED;
            case SENT -> payout.inFile() == null ? SENT : PAID;
        };
    }

    boolean inFlight() {
        return this == INSTRUCTED || this == SENT;
    }
}
