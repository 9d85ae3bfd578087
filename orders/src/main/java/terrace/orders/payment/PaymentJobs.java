package terrace.orders.payment;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.jobs.Job;

/** Asks again where no notice and no returning member did. */
@Factory
class PaymentJobs {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentJobs.class);
    private static final int BATCH = 50;

    @Singleton
    Job resolvePayments(Cashier cashier) {
        return new Job("resolve-payments", Duration.ofSeconds(5), () -> {
            for (UUID id : cashier.claimDue(BATCH)) {
                try {
                    cashier.resolve(id);
                } catch (RuntimeException e) {
                    LOG.error("Payment {} could not be resolved; it is tried again", id, e);
                }
            }
        });
    }

    @Singleton
    Job readPaymentNotices(NoticeInbox inbox) {
        return new Job("read-payment-notices", Duration.ofSeconds(5), inbox::drain);
    }
}
