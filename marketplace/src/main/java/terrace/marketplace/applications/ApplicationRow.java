package terrace.marketplace.applications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;

@MappedEntity(value = "application", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record ApplicationRow(
        @Id UUID id,
        UUID accountId,
        Application.State state,
        Merchant.@Nullable Kind kind,
        @Nullable String countyCode,
        byte[] typed,
        boolean english,
        int round,
        @Nullable UUID partnerId,
        @Nullable Instant waitingSince,
        @Nullable Instant dueAt,
        @Nullable UUID endorsedBy,
        byte[] endorsedIndex,
        boolean secondLook,
        @Nullable UUID firstReviewer,
        @Nullable UUID reviewedBy,
        @Nullable UUID merchantId,
        @Nullable Instant provenAt,
        Instant startedAt,
        Instant changedAt) {

    Application opened(Map<String, String> clear) {
        return new Application(
                id,
                accountId,
                state,
                kind,
                clear,
                english,
                round,
                partnerId,
                waitingSince,
                dueAt,
                endorsedBy,
                secondLook,
                firstReviewer,
                reviewedBy,
                merchantId,
                provenAt,
                startedAt,
                changedAt);
    }
}
