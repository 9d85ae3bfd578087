package terrace.catalog.certificates;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Looks what ends. */
@Factory
class CertificateJobs {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int AT_ONCE = 200;

    @Singleton
    Job expireCertificates(ExpiredCertificates certificates) {
        return new Job("expire-certificates", EVERY, () -> {
            int ended = 0;
            while (ended < AT_ONCE && certificates.expireNext()) {
                ended++;
            }
            int told = 0;
            while (told < AT_ONCE && certificates.remindNext()) {
                told++;
            }
        });
    }
}
