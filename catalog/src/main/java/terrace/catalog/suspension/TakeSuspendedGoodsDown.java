package terrace.catalog.suspension;

import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.marketplace.merchants.MerchantSuspended;

/** A suspended merchant's goods leave the shelf. */
@Singleton
class TakeSuspendedGoodsDown implements Subscriber<MerchantSuspended> {
    private final Suspensions suspensions;

    TakeSuspendedGoodsDown(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public Class<MerchantSuspended> event() {
        return MerchantSuspended.class;
    }

    @Override
    public void on(MerchantSuspended event) {
        suspensions.follow(event.merchantId(), null);
    }
}
