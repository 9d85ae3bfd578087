package terrace.web.coupons;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as it is shown. Money in fen.
 *
 * @param kind words are at {@code coupons.kind.<kind>}
 * @param merchant whose it is; null where no merchant bears a part
 * @param targets names of what it is for; empty for everything
 * @param threshold what its goods must come to, in yuan; null where there is no such sum
 */
record CouponCard(
        UUID batch,
        String kind,
        String title,
        long faceFen,
        @Nullable String merchant,
        List<String> targets,
        @Nullable String threshold,
        int coverPercent,
        String from,
        String until) {}
