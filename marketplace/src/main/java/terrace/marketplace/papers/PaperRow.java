package terrace.marketplace.papers;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.vault.Vault;

@MappedEntity(value = "paper", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record PaperRow(
        @Id UUID id,
        UUID ownerId,
        PaperKind kind,
        byte[] number,
        @Nullable LocalDate expiresOn,
        String fileKey,
        String mediaType,
        int bytes,
        Instant addedAt) {

    Paper opened(Vault vault) {
        return new Paper(id, ownerId, kind, vault.open(number), expiresOn, mediaType, bytes, addedAt);
    }
}
