package terrace.orders.suspension;

import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;

/** Goes on where the piece before ended. */
@Singleton
class GoOnCallingOff implements Subscriber<CallingOffToGoOn> {
    private final UnpaidOfSuspended unpaid;

    GoOnCallingOff(UnpaidOfSuspended unpaid) {
        this.unpaid = unpaid;
    }

    @Override
    public Class<CallingOffToGoOn> event() {
        return CallingOffToGoOn.class;
    }

    @Override
    public void on(CallingOffToGoOn event) {
        unpaid.follow(event.merchantId(), event.after());
    }
}
