package terrace.marketplace.phonecodes;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Forgets codes that are too old. */
@Factory
class PhoneCodeJobs {

    @Bean
    @Singleton
    Job clearPhoneCodes(PhoneCodeRows rows) {
        return new Job("clear-phone-codes", Duration.ofHours(1), rows::clear);
    }
}
