package terrace.marketplace.staff;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity(value = "staff", schema = "marketplace")
record StaffRow(@Id UUID merchantId, UUID accountId, StaffRole role, Instant joinedAt) {

    StaffMember member() {
        return new StaffMember(merchantId, accountId, role, joinedAt);
    }
}
