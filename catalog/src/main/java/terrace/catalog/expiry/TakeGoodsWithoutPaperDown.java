package terrace.catalog.expiry;

import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.marketplace.filedpapers.PaperExpired;

/** Goods whose merchant lacks a paper leave the shelf. */
@Singleton
class TakeGoodsWithoutPaperDown implements Subscriber<PaperExpired> {
    private final Expiries expiries;

    TakeGoodsWithoutPaperDown(Expiries expiries) {
        this.expiries = expiries;
    }

    @Override
    public Class<PaperExpired> event() {
        return PaperExpired.class;
    }

    @Override
    public void on(PaperExpired event) {
        expiries.follow(event.merchantId(), event.paperId(), null);
    }
}
