package terrace.orders.pricing;

/** Whether a coupon fits a purchase, and why not. */
public sealed interface CouponFit {

    /** It takes off so much, in fen. */
    record Applied(long fen) implements CouponFit {}

    /** The goods it is for lack so much of its threshold, in fen. */
    record Below(long missingFen) implements CouponFit {}

    /** Nothing here is what it is for. */
    record NoGoods() implements CouponFit {}

    /** Another one is in its place. */
    record Taken() implements CouponFit {}

    /** Nothing is left that it could take off. */
    record NothingLeft() implements CouponFit {}
}
