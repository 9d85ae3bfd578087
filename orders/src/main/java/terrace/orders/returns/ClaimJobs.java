package terrace.orders.returns;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Lets silence decide about claims. */
@Factory
class ClaimJobs {
    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    @Singleton
    Job endSilentClaims(Claims claims) {
        return new Job("end-silent-claims", EVERY, claims::endDue);
    }
}
