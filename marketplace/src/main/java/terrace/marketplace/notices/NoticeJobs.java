package terrace.marketplace.notices;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Work on letters that no event brings about. */
@Factory
class NoticeJobs {

    @Singleton
    Job sendMissedNotices(Post post) {
        return new Job("send-missed-notices", Duration.ofMinutes(1), post::takeMissed);
    }

    @Singleton
    Job clearNotices(Post post) {
        return new Job("clear-notices", Duration.ofHours(6), post::clear);
    }
}
