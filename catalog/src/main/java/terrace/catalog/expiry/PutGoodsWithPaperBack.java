package terrace.catalog.expiry;

import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.marketplace.filedpapers.PaperRenewed;

/** Goods come back when the paper was renewed. */
@Singleton
class PutGoodsWithPaperBack implements Subscriber<PaperRenewed> {
    private final Expiries expiries;

    PutGoodsWithPaperBack(Expiries expiries) {
        this.expiries = expiries;
    }

    @Override
    public Class<PaperRenewed> event() {
        return PaperRenewed.class;
    }

    @Override
    public void on(PaperRenewed event) {
        expiries.follow(event.merchantId(), event.paperId(), null);
    }
}
