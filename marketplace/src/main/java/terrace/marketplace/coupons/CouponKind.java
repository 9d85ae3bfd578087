package terrace.marketplace.coupons;

/** What a coupon is bound to. */
public enum CouponKind {
    /** 通用券: for whatever is bought. */
    ANY,
    /** 定向券: for given goods, merchants or categories. */
    GOODS,
    /** 专户券: for given people; what they buy with it may be narrowed too. */
    PEOPLE
}
