package terrace.orders.donations;

import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Brings into the books what was paid on before they knew of it. */
@Factory
class DonationJobs {
    private static final Duration EVERY = Duration.ofHours(12);

    @Singleton
    Job postDonationPayouts(PaidOn books, TransactionOperations<Connection> transactions) {
        return new Job("post-donation-payouts", EVERY, () -> transactions.executeWrite(status -> books.postEarlier()));
    }
}
