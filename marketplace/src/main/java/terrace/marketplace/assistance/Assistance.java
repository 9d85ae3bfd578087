package terrace.marketplace.assistance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clerk's offer to act for a household, and what became of it.
 *
 * @param household account of the household; null until it agreed
 * @param name what the clerk calls the household
 * @param contact the address or number the household is asked by
 */
public record Assistance(
        UUID id,
        UUID clerk,
        @Nullable UUID household,
        String name,
        String contact,
        State state,
        Instant askedAt,
        @Nullable Instant beganAt,
        @Nullable Instant endedAt) {

    public enum State {
        ASKED,
        ACTIVE,
        ENDED,
        WITHDRAWN
    }

    /** Names and contacts are personal data and must not reach a log by accident. */
    @Override
    public String toString() {
        return "Assistance[" + id + " " + state + "]";
    }
}
