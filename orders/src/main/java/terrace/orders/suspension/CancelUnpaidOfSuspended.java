package terrace.orders.suspension;

import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.marketplace.merchants.MerchantSuspended;

/** Nobody is asked to pay a merchant who may not deliver; what is paid, or being paid, goes on. */
@Singleton
class CancelUnpaidOfSuspended implements Subscriber<MerchantSuspended> {
    private final UnpaidOfSuspended unpaid;

    CancelUnpaidOfSuspended(UnpaidOfSuspended unpaid) {
        this.unpaid = unpaid;
    }

    @Override
    public Class<MerchantSuspended> event() {
        return MerchantSuspended.class;
    }

    @Override
    public void on(MerchantSuspended event) {
        unpaid.follow(event.merchantId(), UnpaidOfSuspended.FROM_THE_FIRST);
    }
}
