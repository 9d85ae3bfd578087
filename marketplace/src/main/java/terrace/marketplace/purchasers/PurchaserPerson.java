package terrace.marketplace.purchasers;

import java.time.Instant;
import java.util.UUID;

/**
 * An account that acts for an organisation.
 *
 * @param limitFen what this person may spend in a day without anybody's approval
 */
public record PurchaserPerson(UUID accountId, UUID purchaserId, PurchaserRole role, long limitFen, Instant joinedAt) {

    public boolean approver() {
        return role == PurchaserRole.APPROVER;
    }
}
