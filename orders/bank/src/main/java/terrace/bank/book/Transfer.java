package terrace.bank.book;

import org.jspecify.annotations.Nullable;

/**
 * Money sent to a payee of the bank; {@code reference} is the shop's own id for it.
 *
 * @param source the platform's own account; null, as in older books, for escrow
 */
public record Transfer(
        String id,
        long amountFen,
        String destination,
        String group,
        String reference,
        long createdMillis,
        @Nullable String source) {
    /** The payee that is the platform itself: such a transfer stays in the bank, in the platform's own account. */
    public static final String OWN_ACCOUNT = "own";

    public boolean fromOwnAccount() {
        return OWN_ACCOUNT.equals(source);
    }
}
