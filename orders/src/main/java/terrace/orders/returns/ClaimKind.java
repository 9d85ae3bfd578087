package terrace.orders.returns;

import java.time.Duration;

/** What a claim is about. */
public enum ClaimKind {
    NOT_RECEIVED(Duration.ofDays(15), false, false),
    /** Fresh goods: it is seen when the parcel is opened. */
    SPOILED(Duration.ofDays(3), true, false),
    WRONG(Duration.ofDays(7), true, true),
    /** 七天无理由退货: within seven days of receipt, where the kind of goods allows it. */
    NO_REASON(Duration.ofDays(7), false, true);

    private final Duration window;
    private final boolean photos;
    private final boolean goodsBack;

    ClaimKind(Duration window, boolean photos, boolean goodsBack) {
        this.window = window;
        this.photos = photos;
        this.goodsBack = goodsBack;
    }

    /** So long after the order was accepted it may be claimed; while it is on its way in any case. */
    public Duration window() {
        return window;
    }

    /** Whether nobody can judge it without a photo. */
    public boolean photos() {
        return photos;
    }

    /** Whether the goods come back before the money does, unless the merchant does without. */
    public boolean goodsBack() {
        return goodsBack;
    }

    /** Whether the carriage was for nothing too, when all goods of an order are claimed for this. */
    boolean freightToo() {
        return this == NOT_RECEIVED || this == WRONG;
    }
}
