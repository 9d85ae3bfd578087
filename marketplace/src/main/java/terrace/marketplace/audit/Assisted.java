package terrace.marketplace.audit;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.util.Optional;
import java.util.UUID;

/**
 * Goes along with a request in which a clerk acts for a household: whatever the request does, the trail names both.
 *
 * @param clerk account of who acts
 * @param household account of whom it is done for
 */
public record Assisted(UUID clerk, UUID household) implements PropagatedContextElement {

    /** Set while a clerk acts for somebody. */
    public static Optional<Assisted> now() {
        return PropagatedContext.getOrEmpty().find(Assisted.class);
    }
}
