package terrace.marketplace.organising;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.Organiser;
import terrace.marketplace.recommenders.Recommender;
import terrace.marketplace.recommenders.Recommenders;

/** Who runs campaigns: a partner's person for that partner, an organiser of the platform for the platform. */
@Singleton
public class Organisers {

    private final Recommenders recommenders;
    private final Campaigns campaigns;

    Organisers(Recommenders recommenders, Campaigns campaigns) {
        this.recommenders = recommenders;
        this.campaigns = campaigns;
    }

    /** Empty when this account runs no campaigns. Who speaks for a partner speaks for nobody else. */
    public Optional<Organiser> of(Account account) {
        var partner = recommenders.of(account.id()).map(Recommender::partnerId);
        if (partner.isPresent()) {
            return Optional.of(new Organiser(account.id(), partner.get()));
        }
        return account.is(Role.ORGANISER) ? Optional.of(new Organiser(account.id(), null)) : Optional.empty();
    }

    /** A campaign that this account runs, in whatever state; empty for everybody else's. */
    public Optional<Campaign> campaign(Account account, UUID campaignId) {
        return of(account).flatMap(organiser -> campaigns.asItStands(campaignId).filter(organiser::runs));
    }
}
