package terrace.marketplace.endorsers;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.marketplace.sessions.Sessions;

/** Who endorses for which county. */
@Singleton
public class Endorsers {

    private final EndorserRepository endorsers;
    private final Accounts accounts;
    private final Regions regions;
    private final Sessions sessions;
    private final Audit audit;

    Endorsers(EndorserRepository endorsers, Accounts accounts, Regions regions, Sessions sessions, Audit audit) {
        this.endorsers = endorsers;
        this.accounts = accounts;
        this.regions = regions;
        this.sessions = sessions;
        this.audit = audit;
    }

    public Optional<Endorser> of(UUID accountId) {
        return endorsers.of(accountId);
    }

    /** Lets an account speak for a county, and for no other; gives it the role ENDORSER. */
    @Transactional
    public void appoint(UUID accountId, String countyCode, String office, String actor) {
        if (regions.byCode(countyCode).filter(Region::isCounty).isEmpty()) {
            throw new IllegalArgumentException("no county has the code " + countyCode);
        }
        if (endorsers.appoint(accountId, countyCode, office) > 0) {
            accounts.grant(accountId, Role.ENDORSER);
            audit.record(actor, "endorser.appointed", "account:" + accountId, Map.of("county", countyCode));
        }
    }

    /** Takes the office and its role away and ends all sessions; false when the account has no such office. */
    @Transactional
    public boolean dismiss(UUID accountId, String actor) {
        if (endorsers.dismiss(accountId) == 0) {
            return false;
        }
        accounts.revoke(accountId, Role.ENDORSER);
        sessions.endAll(accountId);
        audit.record(actor, "endorser.dismissed", "account:" + accountId, Map.of());
        return true;
    }
}
