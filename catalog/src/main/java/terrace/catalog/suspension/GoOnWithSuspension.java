package terrace.catalog.suspension;

import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;

/** Goes on where the piece before ended. */
@Singleton
class GoOnWithSuspension implements Subscriber<SuspensionToGoOn> {
    private final Suspensions suspensions;

    GoOnWithSuspension(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public Class<SuspensionToGoOn> event() {
        return SuspensionToGoOn.class;
    }

    @Override
    public void on(SuspensionToGoOn event) {
        suspensions.follow(event.merchantId(), event.after());
    }
}
