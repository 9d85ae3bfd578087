package terrace.orders.pricing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.orders.ledger.Bearer;
import terrace.orders.purchases.LineShare;

/**
 * What is taken off a purchase's goods, line by line, and who bears it. Money in fen.
 *
 * @param bySku shares of each line that has some
 * @param fits how each coupon that was laid down fits
 * @param points how many points are used, in hundreds
 * @param pointsMax how many could be used after these coupons
 */
public record Discounted(Map<UUID, List<LineShare>> bySku, Map<UUID, CouponFit> fits, long points, long pointsMax) {

    public static final Discounted NOTHING = new Discounted(Map.of(), Map.of(), 0, 0);

    /** The shares of a line; none where nothing is taken off it. */
    public List<LineShare> of(UUID skuId) {
        return bySku.getOrDefault(skuId, List.of());
    }

    /** All that is taken off. */
    public long offFen() {
        return bySku.values().stream()
                .flatMap(List::stream)
                .mapToLong(LineShare::fen)
                .reduce(0, Math::addExact);
    }

    /** What this bearer bears of it. */
    public long borneBy(Bearer bearer) {
        return bySku.values().stream()
                .flatMap(List::stream)
                .filter(share -> share.bearer() == bearer)
                .mapToLong(LineShare::fen)
                .reduce(0, Math::addExact);
    }

    /** The coupons that take something off: these are frozen with the purchase, and no others. */
    public Set<UUID> couponIds() {
        return fits.entrySet().stream()
                .filter(fit -> fit.getValue() instanceof CouponFit.Applied)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By coupon, what it takes off. */
    public Map<UUID, Long> offs() {
        return couponIds().stream().collect(Collectors.toUnmodifiableMap(id -> id, this::offBy));
    }

    /** What a coupon takes off; nothing where it does not fit. */
    public long offBy(UUID couponId) {
        return fits.get(couponId) instanceof CouponFit.Applied applied ? applied.fen() : 0;
    }
}
