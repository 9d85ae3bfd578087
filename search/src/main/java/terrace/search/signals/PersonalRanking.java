package terrace.search.signals;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** A member's word on whether the market may learn from what they do; off means that no profile is kept. */
@Singleton
public class PersonalRanking {
    private final SignalRows rows;

    PersonalRanking(SignalRows rows) {
        this.rows = rows;
    }

    /** True for members who have not said anything. */
    @Connectable
    public boolean isOn(UUID memberId) {
        return rows.personal(memberId);
    }

    /** Deletes every signal of the member in the same moment; later ones, and those under way, are not kept. */
    @Transactional
    public void turnOff(UUID memberId) {
        rows.choose(memberId, false);
        rows.forget(memberId);
    }

    /** From now on; nothing from before comes back. */
    @Transactional
    public void turnOn(UUID memberId) {
        rows.choose(memberId, true);
    }

    /** Deletes every signal up to now and goes on learning. */
    @Transactional
    public void forget(UUID memberId) {
        if (rows.personal(memberId)) {
            // off and on again: what is still under way from before is not kept either
            turnOff(memberId);
            turnOn(memberId);
        }
    }

    /** How many signals are kept of this member, by kind. */
    @Connectable
    public Map<Signal.Kind, Long> kept(UUID memberId) {
        return rows.counts(memberId);
    }
}
