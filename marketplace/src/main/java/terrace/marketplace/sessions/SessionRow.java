package terrace.marketplace.sessions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import terrace.marketplace.accounts.Account;

@MappedEntity(value = "session", schema = "marketplace")
record SessionRow(
        @Id UUID id,
        UUID accountId,
        int credentialsVersion,
        boolean secondFactorPassed,
        String userAgent,
        Instant openedAt,
        Instant expiresAt) {

    Session of(Account account) {
        return new Session(id, account, secondFactorPassed, userAgent, openedAt, expiresAt);
    }
}
