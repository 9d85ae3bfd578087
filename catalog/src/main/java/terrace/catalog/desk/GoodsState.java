package terrace.catalog.desk;

/** Which of their goods a merchant wants to see. */
public enum GoodsState {
    ALL("true"),
    ON_SALE("l.status = 'PUBLISHED' and l.on_shelf"),
    OFF("l.status = 'PUBLISHED' and not l.on_shelf"),
    DRAFT("l.status = 'DRAFT'"),
    IN_REVIEW("(l.status = 'IN_REVIEW' or l.id in (select r.listing_id from catalog.review r "
            + "where r.merchant_id = l.merchant_id and r.state = 'PENDING'))"),
    RETURNED("l.id in (select r.listing_id from catalog.review r where r.merchant_id = l.merchant_id "
            + "and r.state = 'RETURNED' and not exists (select from catalog.review n "
            + "where n.listing_id = r.listing_id and n.submitted_at > r.submitted_at))"),
    SOLD_OUT("l.status = 'PUBLISHED' and l.on_shelf and not l.in_stock"),
    LOW("l.id in (select k.listing_id from catalog.stock_watch w join catalog.sku k on k.id = w.sku_id "
            + "left join catalog.stock s on s.sku_id = w.sku_id "
            + "where w.merchant_id = l.merchant_id and coalesce(s.on_hand - s.held, 0) <= w.low_at)");

    private final String condition;

    GoodsState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
