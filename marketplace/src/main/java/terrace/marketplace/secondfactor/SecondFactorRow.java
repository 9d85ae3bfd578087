package terrace.marketplace.secondfactor;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity(value = "second_factor", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record SecondFactorRow(
        @Id UUID accountId, byte[] secret, @Nullable Instant confirmedAt, long lastStep) {}
