package terrace.marketplace.coupons;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who bears a coupon, in 1/10,000 that make up the whole.
 *
 * @param organiserId the organisation, where it bears something
 * @param merchantId whose coupon it is, where a merchant bears something: it is for this merchant's goods only
 */
public record CostShare(
        int platform,
        int organiser,
        int merchant,
        @Nullable UUID organiserId,
        @Nullable UUID merchantId) {

    /** The whole, in basis points. */
    public static final int WHOLE = 10_000;

    public CostShare {
        if (platform < 0 || organiser < 0 || merchant < 0 || platform + organiser + merchant != WHOLE) {
            throw new IllegalArgumentException("Shares " + platform + " " + organiser + " " + merchant);
        }
        if ((organiser > 0) != (organiserId != null) || (merchant > 0) != (merchantId != null)) {
            throw new IllegalArgumentException("A share without its bearer, or a bearer without a share");
        }
    }

    public static CostShare ofPlatform() {
        return new CostShare(WHOLE, 0, 0, null, null);
    }

    public static CostShare ofOrganiser(UUID organiserId) {
        return new CostShare(0, WHOLE, 0, organiserId, null);
    }

    public static CostShare ofMerchant(UUID merchantId) {
        return new CostShare(0, 0, WHOLE, null, merchantId);
    }

    /** In the order platform, organiser, merchant: weights to share a sum by. */
    public long[] weights() {
        return new long[] {platform, organiser, merchant};
    }
}
