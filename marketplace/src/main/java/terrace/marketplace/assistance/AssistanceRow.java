package terrace.marketplace.assistance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.vault.Vault;

@MappedEntity(value = "assistance", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record AssistanceRow(
        @Id UUID id,
        UUID clerkId,
        byte[] contact,
        byte[] name,
        Assistance.State state,
        @Nullable UUID householdId,
        byte[] codeHash,
        @Nullable UUID actingSession,
        long toldUntil,
        Instant askedAt,
        @Nullable Instant beganAt,
        @Nullable Instant endedAt) {

    Assistance opened(Vault vault) {
        return new Assistance(
                id, clerkId, householdId, vault.open(name), vault.open(contact), state, askedAt, beganAt, endedAt);
    }
}
