package terrace.marketplace.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity(value = "password_reset", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record PasswordResetRow(
        @Id UUID id,
        byte[] signInName,
        String language,
        @Nullable UUID accountId) {}
