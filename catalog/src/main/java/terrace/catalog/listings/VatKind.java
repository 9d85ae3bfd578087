package terrace.catalog.listings;

/** Value-added tax of a listing, as the merchant declares it and an operator may correct it. */
public enum VatKind {
    /** Primary produce sold by who grew it (增值税暂行条例 art. 15). */
    EXEMPT_OWN_GROWN,
    /** Exempt by kind in circulation: vegetables, fresh meat and eggs (财税〔2011〕137, 财税〔2012〕75). */
    EXEMPT_BY_KIND,
    NINE_PERCENT,
    THIRTEEN_PERCENT
}
