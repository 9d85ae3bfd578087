package terrace.marketplace.feeds;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import terrace.marketplace.jobs.Job;
import terrace.marketplace.vault.Vault;

/**
 * Sends what is new to those who want it sent, page after page, then how campaigns stand where that has changed; what
 * fails is tried again, later each time.
 */
@Factory
class FeedPushing {
    static final int PAGE = 500;
    static final String JOB = "send-facts";

    private static final int RECEIVERS_AT_ONCE = 10;
    private static final int PAGES_AT_ONCE = 20;
    private static final int LEASE_SECONDS = 600;
    private static final int IDLE_SECONDS = 30;
    private static final int WAIT_SECONDS_MAX = 3_600;

    private final FeedRepository repository;
    private final FeedWriting writing;
    private final CampaignWriting campaigns;
    private final FeedTransport transport;
    private final Vault vault;

    FeedPushing(
            FeedRepository repository,
            FeedWriting writing,
            CampaignWriting campaigns,
            FeedTransport transport,
            Vault vault) {
        this.repository = repository;
        this.writing = writing;
        this.campaigns = campaigns;
        this.transport = transport;
        this.vault = vault;
    }

    @Singleton
    Job sendFacts() {
        return new Job(JOB, Duration.ofSeconds(10), this::send);
    }

    void send() {
        repository.claim(LEASE_SECONDS, RECEIVERS_AT_ONCE).forEach(this::send);
    }

    private void send(FeedRow receiver) {
        String secret = vault.open(receiver.sealedSecret());
        long reached = receiver.reached();
        for (int page = 0; page < PAGES_AT_ONCE; page++) {
            FeedBatch batch = writing.batch(receiver.code(), receiver.format(), reached, PAGE);
            if (batch.facts() == 0) {
                stand(receiver, secret, reached);
                return;
            }
            Optional<String> trouble = transport.send(receiver, secret, batch);
            if (trouble.isPresent()) {
                repository.failed(receiver.code(), receiver.turn(), trouble.get(), wait(receiver.tries()));
                return;
            }
            if (repository.delivered(receiver.code(), receiver.turn(), batch.last(), LEASE_SECONDS) == 0) {
                return;
            }
            reached = batch.last();
        }
        repository.rest(receiver.code(), receiver.turn(), 0);
    }

    /** What is said of campaigns is looked at before it is written: a change in between is told the next time. */
    private void stand(FeedRow receiver, String secret, long reached) {
        String standing = campaigns.standing();
        if (standing.equals(receiver.campaignsTold())) {
            repository.rest(receiver.code(), receiver.turn(), IDLE_SECONDS);
            return;
        }
        FeedBatch page = campaigns.page(receiver.code(), receiver.format(), reached);
        transport
                .send(receiver, secret, page)
                .ifPresentOrElse(
                        trouble -> repository.failed(receiver.code(), receiver.turn(), trouble, wait(receiver.tries())),
                        () -> repository.told(receiver.code(), receiver.turn(), standing, IDLE_SECONDS));
    }

    /** Doubling from a minute to an hour. */
    static int wait(int tries) {
        return Math.min(WAIT_SECONDS_MAX, 60 << Math.min(tries, 6));
    }
}
