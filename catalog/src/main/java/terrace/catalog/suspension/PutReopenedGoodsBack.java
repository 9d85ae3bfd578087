package terrace.catalog.suspension;

import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.marketplace.merchants.MerchantReopened;

/** The goods of a merchant who sells again come back. */
@Singleton
class PutReopenedGoodsBack implements Subscriber<MerchantReopened> {
    private final Suspensions suspensions;

    PutReopenedGoodsBack(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public Class<MerchantReopened> event() {
        return MerchantReopened.class;
    }

    @Override
    public void on(MerchantReopened event) {
        suspensions.follow(event.merchantId(), null);
    }
}
