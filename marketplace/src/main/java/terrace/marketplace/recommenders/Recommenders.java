package terrace.marketplace.recommenders;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.sessions.Sessions;

/** Who speaks for which partner organisation, and what they said. */
@Singleton
public class Recommenders {

    private final RecommenderRepository recommenders;
    private final RecommendationRepository recommendations;
    private final Partners partners;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;

    Recommenders(
            RecommenderRepository recommenders,
            RecommendationRepository recommendations,
            Partners partners,
            Accounts accounts,
            Sessions sessions,
            Audit audit) {
        this.recommenders = recommenders;
        this.recommendations = recommendations;
        this.partners = partners;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    public Optional<Recommender> of(UUID accountId) {
        return recommenders.of(accountId);
    }

    /** The partner's last word of each of these applications, where there is one. */
    public List<Recommendation> words(UUID partnerId, Collection<UUID> applicationIds) {
        return applicationIds.isEmpty() ? List.of() : recommendations.last(partnerId, applicationIds);
    }

    /** Adds a word; whether it may be said is for the application to know. */
    @Transactional
    public void say(
            UUID applicationId,
            UUID partnerId,
            Recommendation.Said said,
            String sentence,
            byte[] identity,
            UUID accountId) {
        recommendations.add(applicationId, partnerId, said.name(), sentence, identity, accountId);
    }

    /** Lets an account speak for a partner, and for no other; gives it the role RECOMMENDER. */
    @Transactional
    public void appoint(UUID accountId, String partnerCode, String actor) {
        var partner = partners.byCode(partnerCode)
                .orElseThrow(() -> new IllegalArgumentException("no partner has the code " + partnerCode));
        if (recommenders.appoint(accountId, partner.id()) > 0) {
            accounts.grant(accountId, Role.RECOMMENDER);
            audit.record(actor, "recommender.appointed", "account:" + accountId, Map.of("partner", partnerCode));
        }
    }

    /** Takes the office and its role away and ends all sessions; false when the account has no such office. */
    @Transactional
    public boolean dismiss(UUID accountId, String actor) {
        if (recommenders.dismiss(accountId) == 0) {
            return false;
        }
        accounts.revoke(accountId, Role.RECOMMENDER);
        sessions.endAll(accountId);
        audit.record(actor, "recommender.dismissed", "account:" + accountId, Map.of());
        return true;
    }
}
