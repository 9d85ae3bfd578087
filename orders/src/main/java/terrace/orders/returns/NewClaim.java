package terrace.orders.returns;

import org.jspecify.annotations.Nullable;

/**
 * What a member says about a line.
 *
 * @param fen the sum asked for; null for what the rules suggest
 * @param words at most {@link Claims#WORDS_CHARS_MAX} characters
 */
public record NewClaim(
        int position,
        ClaimKind kind,
        int quantity,
        @Nullable Spoiled spoiled,
        @Nullable Long fen,
        String words) {}
