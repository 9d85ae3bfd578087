package terrace.search.recommend;

/** Why goods are shown; said on each card. */
public enum Reason {
    /** The member bought it before, and it is about time. */
    AGAIN,
    /** It goes with what the member looked at. */
    LOOKED,
    /** It goes with what the member bought. */
    BOUGHT,
    /** Others paid for it together with these goods. */
    TOGETHER,
    /** Who looks at these goods looks at it too. */
    ALIKE,
    /** It is like these goods. */
    SIMILAR,
    /** It sells where the member's goods go to. */
    PROVINCE,
    /** It sells everywhere. */
    POPULAR,
    /** It came lately, and gets a place to be seen. */
    NEW,
    /** Its merchant is small, and gets a place to be seen. */
    SMALL_MERCHANT
}
