package terrace.orders.returns;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a claim stands; the database holds the same table of steps. Each open state ends by itself after its time. */
public enum ClaimState {
    /** The merchant's silence grants it. */
    WITH_MERCHANT(Duration.ofDays(2)),
    /** The member's silence takes the sum the merchant offers. */
    OFFERED(Duration.ofDays(3)),
    /** The member's silence lets it rest. */
    REFUSED(Duration.ofDays(7)),
    /** The mediator's silence hands it to an arbiter, with all that was asked on the table. */
    IN_MEDIATION(Duration.ofDays(3)),
    /** Silence agrees to what the mediator proposes. */
    PROPOSED(Duration.ofDays(3)),
    /** The arbiter's silence does what is on the table. */
    IN_ARBITRATION(Duration.ofDays(3)),
    /** The member's silence ends it: nothing was sent back. */
    TO_SEND_BACK(Duration.ofDays(7)),
    /** The merchant's silence says that the goods are back. */
    ON_WAY_BACK(Duration.ofDays(10)),
    REFUNDED(null),
    CLOSED(null),
    WITHDRAWN(null);

    @Nullable
    private final Duration within;

    ClaimState(@Nullable Duration within) {
        this.within = within;
    }

    /** How long it waits for somebody's word; empty when it is over. */
    public Optional<Duration> within() {
        return Optional.ofNullable(within);
    }

    public boolean open() {
        return within != null;
    }

    /** Whether an operator is to do something. */
    public boolean inCourt() {
        return this == IN_MEDIATION || this == IN_ARBITRATION;
    }

    /** The states that may follow; empty when nothing does. */
    public Set<ClaimState> next() {
        return switch (this) {
            case WITH_MERCHANT -> Set.of(OFFERED, REFUSED, TO_SEND_BACK, REFUNDED, WITHDRAWN);
            case OFFERED -> Set.of(REFUNDED, IN_MEDIATION, WITHDRAWN);
            case REFUSED -> Set.of(IN_MEDIATION, CLOSED, WITHDRAWN);
            case IN_MEDIATION -> Set.of(PROPOSED, IN_ARBITRATION, WITHDRAWN);
            case PROPOSED -> Set.of(REFUNDED, TO_SEND_BACK, CLOSED, IN_ARBITRATION, WITHDRAWN);
            case IN_ARBITRATION -> Set.of(REFUNDED, TO_SEND_BACK, CLOSED, WITHDRAWN);
            case TO_SEND_BACK -> Set.of(ON_WAY_BACK, CLOSED, WITHDRAWN);
            case ON_WAY_BACK -> Set.of(REFUNDED, IN_MEDIATION);
            case REFUNDED, CLOSED, WITHDRAWN -> Set.of();
        };
    }
}
