package terrace.marketplace.staff;

import java.time.Instant;
import java.util.UUID;

/** An account that acts for a merchant. */
public record StaffMember(UUID merchantId, UUID accountId, StaffRole role, Instant joinedAt) {}
