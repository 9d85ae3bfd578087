package terrace.marketplace.sessions;

import java.time.Instant;
import java.util.UUID;
import terrace.marketplace.accounts.Account;

/** Someone signed in on one device. The id may be shown and kept; it opens nothing. */
public record Session(
        UUID id, Account account, boolean secondFactorPassed, String userAgent, Instant openedAt, Instant expiresAt) {}
