package terrace.web.buying;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.purchasers.Purchasers;
import terrace.orders.payment.Payments;

/** Which ways to pay somebody is shown: by an enterprise's bank only who buys for an organisation too. */
@Singleton
class WaysToPay {
    private final Payments payments;
    private final Purchasers purchasers;

    WaysToPay(Payments payments, Purchasers purchasers) {
        this.payments = payments;
        this.purchasers = purchasers;
    }

    List<String> of(UUID memberId) {
        return payments.channels(purchasers.person(memberId).isPresent());
    }
}
