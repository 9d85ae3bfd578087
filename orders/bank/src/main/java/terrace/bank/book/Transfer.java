package terrace.bank.book;

/** Money sent from escrow to a payee of the bank; {@code reference} is the shop's own payout id. */
public record Transfer(
        String id, long amountFen, String destination, String group, String reference, long createdMillis) {
    /** The payee that is the platform itself: such a transfer stays in the bank, in the platform's own account. */
    public static final String OWN_ACCOUNT = "own";
}
