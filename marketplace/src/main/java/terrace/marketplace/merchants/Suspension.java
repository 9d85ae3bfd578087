package terrace.marketplace.merchants;

import java.time.Instant;
import java.util.UUID;

/** One reason why a merchant may not sell at present; lifting it lifts no other. */
public record Suspension(
        UUID id, UUID merchantId, Reason reason, String note, boolean payoutsStopped, String actor, Instant at) {

    public enum Reason {
        PAPERS,
        QUALITY,
        FRAUD,
        DISPUTE,
        OWN_WISH
    }
}
