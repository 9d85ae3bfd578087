package terrace.marketplace.assistance;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;

/** Who may act for households. */
@Singleton
public class Clerks {

    private final ClerkRepository clerks;
    private final Accounts accounts;
    private final Audit audit;

    Clerks(ClerkRepository clerks, Accounts accounts, Audit audit) {
        this.clerks = clerks;
        this.accounts = accounts;
        this.audit = audit;
    }

    public Optional<Clerk> of(UUID accountId) {
        return clerks.of(accountId);
    }

    /** Lets an account ask households to act for them; gives it the role CLERK. */
    @Transactional
    public void appoint(UUID accountId, String office, String actor) {
        if (clerks.appoint(accountId, office) > 0) {
            accounts.grant(accountId, Role.CLERK);
            audit.record(actor, "clerk.appointed", "account:" + accountId, Map.of());
        }
    }
}
