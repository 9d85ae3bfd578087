package terrace.catalog.campaignletters;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Passes on what organisers wrote, some shops at a time. */
@Factory
class LetterJobs {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int AT_ONCE_MAX = 100;

    @Singleton
    Job tellShopsOfCampaigns(CampaignLetters letters) {
        return new Job("tell-shops-of-campaigns", EVERY, () -> {
            int done = 0;
            while (done < AT_ONCE_MAX && letters.tellSome()) {
                done++;
            }
        });
    }
}
