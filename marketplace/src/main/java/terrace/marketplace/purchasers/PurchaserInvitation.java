package terrace.marketplace.purchasers;

import java.time.Instant;
import java.util.UUID;

/** An offer to join. The address or number it went to is shown to the organisation that sent it only. */
public record PurchaserInvitation(
        UUID id, UUID purchaserId, PurchaserRole role, long limitFen, String contact, Instant expiresAt) {

    /** Contacts are personal data and must not reach a log by accident. */
    @Override
    public String toString() {
        return "PurchaserInvitation[" + id + " " + role + "]";
    }
}
