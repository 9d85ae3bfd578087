package terrace.marketplace.coupons;

import java.util.UUID;

/** What became of a wish for a coupon. */
public sealed interface Claiming {

    /** It is in hand now, or was by an earlier sending of the same wish. */
    record Claimed(UUID couponId) implements Claiming {}

    /** This person has as many as one may have. */
    record HasAll(int perPerson) implements Claiming {}

    /** This browser has claimed as many as one may. */
    record DeviceHasAll(int perDevice) implements Claiming {}

    /** Nothing is left of the budget. */
    record UsedUp() implements Claiming {}

    /** Not begun, over or stopped. */
    record NotOpen() implements Claiming {}

    /** It is for other people. */
    record NotForYou() implements Claiming {}
}
