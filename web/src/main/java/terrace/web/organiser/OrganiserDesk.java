package terrace.web.organiser;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.organising.Organisers;
import terrace.web.signin.Visitor;

/** Whose campaigns a reader runs; those of others are not there. */
@Singleton
public class OrganiserDesk {
    private final Organisers organisers;

    OrganiserDesk(Organisers organisers) {
        this.organisers = organisers;
    }

    /** Empty for somebody who runs no campaigns, such as a partner's person who was dismissed a moment ago. */
    public Optional<Organiser> organiser(Visitor visitor) {
        return organisers.of(account(visitor));
    }

    /** One of the reader's own, in whatever state. */
    public Optional<Campaign> campaign(Visitor visitor, UUID campaignId) {
        return organisers.campaign(account(visitor), campaignId);
    }

    private static Account account(Visitor visitor) {
        return visitor.account().orElseThrow(() -> new IllegalStateException("not signed in"));
    }
}
