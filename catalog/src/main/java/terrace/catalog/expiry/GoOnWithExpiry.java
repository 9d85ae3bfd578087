package terrace.catalog.expiry;

import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;

/** Goes on where the piece before ended. */
@Singleton
class GoOnWithExpiry implements Subscriber<ExpiryToGoOn> {
    private final Expiries expiries;

    GoOnWithExpiry(Expiries expiries) {
        this.expiries = expiries;
    }

    @Override
    public Class<ExpiryToGoOn> event() {
        return ExpiryToGoOn.class;
    }

    @Override
    public void on(ExpiryToGoOn event) {
        expiries.follow(event.merchantId(), event.paperId(), event.after());
    }
}
