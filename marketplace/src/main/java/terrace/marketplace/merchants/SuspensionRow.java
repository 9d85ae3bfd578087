package terrace.marketplace.merchants;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity(value = "merchant_suspension", schema = "marketplace")
record SuspensionRow(
        @Id UUID id,
        UUID merchantId,
        Suspension.Reason reason,
        String note,
        boolean payoutsStopped,
        String actor,
        Instant at) {

    Suspension suspension() {
        return new Suspension(id, merchantId, reason, note, payoutsStopped, actor, at);
    }
}
