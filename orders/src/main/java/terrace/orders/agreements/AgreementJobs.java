package terrace.orders.agreements;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Tells the bank what it did not hear at once. */
@Factory
class AgreementJobs {

    @Singleton
    Job endAgreements(Agreements agreements) {
        return new Job("end-agreements", Duration.ofSeconds(20), agreements::tellEnded);
    }
}
