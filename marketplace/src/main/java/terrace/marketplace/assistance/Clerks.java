package terrace.marketplace.assistance;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.sessions.Sessions;

/** Who may act for households. */
@Singleton
public class Clerks {

    private final ClerkRepository clerks;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;

    Clerks(ClerkRepository clerks, Accounts accounts, Sessions sessions, Audit audit) {
        this.clerks = clerks;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Those dismissed, too: whoever acted stays known by their office. */
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

    /** Whether the account is a clerk at this moment; it stays one until the caller's transaction ends. */
    boolean inOffice(UUID accountId) {
        return clerks.inOffice(accountId).isPresent();
    }

    /** Takes the office and its role away and ends all sessions; false when the account is no clerk. */
    boolean dismiss(UUID accountId, String actor) {
        if (clerks.dismiss(accountId) == 0) {
            return false;
        }
        accounts.revoke(accountId, Role.CLERK);
        sessions.endAll(accountId);
        audit.record(actor, "clerk.dismissed", "account:" + accountId, Map.of());
        return true;
    }
}
