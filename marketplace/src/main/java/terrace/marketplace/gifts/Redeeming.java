package terrace.marketplace.gifts;

import java.time.Instant;
import java.util.UUID;
import terrace.marketplace.coupons.Claiming;

/** What became of a code. */
public sealed interface Redeeming {

    /** It brought a coupon, now or when it was sent before. */
    record Redeemed(UUID couponId) implements Redeeming {}

    /** There is no such code. */
    record Unknown() implements Redeeming {}

    /** Somebody has used it. */
    record Used() implements Redeeming {}

    /** The code is right, but no coupon is given for it. */
    record Refused(Claiming why) implements Redeeming {}

    /** Too many wrong ones lately. */
    record TooMany(Instant tryAgainAt) implements Redeeming {}
}
