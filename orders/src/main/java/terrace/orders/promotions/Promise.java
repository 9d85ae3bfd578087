package terrace.orders.promotions;

/** Whether a fund could promise what a batch of coupons may cost. */
public sealed interface Promise {

    /** The batch is made, now or by an earlier sending of the same wish. */
    record Made() implements Promise {}

    /** The platform's part is more than its fund has free; in fen. */
    record PlatformShort(long neededFen, long freeFen) implements Promise {}

    /** The organiser's part is more than it has paid in and not promised yet; in fen. */
    record OrganiserShort(long neededFen, long freeFen) implements Promise {}
}
