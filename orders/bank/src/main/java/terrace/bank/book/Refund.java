package terrace.bank.book;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money given back out of escrow for one charge; {@code reference} is the shop's own refund id.
 *
 * @param parts what it takes from which merchant's order, by order; null where the charge has no parts
 */
public record Refund(
        String id,
        String intent,
        String charge,
        long amountFen,
        String reference,
        long createdMillis,
        @Nullable Map<String, Long> parts) {}
