package terrace.marketplace.staff;

import java.time.Instant;
import java.util.UUID;

/** An offer to join a shop. The address or number it went to is shown to the shop that sent it only. */
public record Invitation(UUID id, UUID merchantId, StaffRole role, String contact, Instant expiresAt, boolean expired) {

    /** Contacts are personal data and must not reach a log by accident. */
    @Override
    public String toString() {
        return "Invitation[" + id + " " + role + "]";
    }
}
