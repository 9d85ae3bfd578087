package terrace.marketplace.pledges;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.marketplace.audit.Audit;

/** The door to purchase pledges. A promise is public, and is not rewritten. */
@Singleton
public class Pledges {

    private static final int SHOWN_MAX = 100;

    private final PledgeRepository pledges;
    private final Audit audit;

    Pledges(PledgeRepository pledges, Audit audit) {
        this.pledges = pledges;
        this.audit = audit;
    }

    /** Makes a promise, once for its id. */
    @Transactional
    public void make(Pledge pledge, UUID by) {
        int made = pledges.add(
                pledge.id(),
                pledge.partnerId(),
                pledge.title(),
                pledge.titleEn(),
                pledge.goalFen(),
                pledge.firstDay(),
                pledge.lastDay(),
                by);
        if (made > 0) {
            audit.record(
                    "account:" + by,
                    "pledge.made",
                    "partner:" + pledge.partnerId(),
                    Map.of("pledge", pledge.id().toString(), "goalFen", Long.toString(pledge.goalFen())));
        }
    }

    /** Those that end last first. */
    public List<Pledge> latest() {
        return pledges.latest(SHOWN_MAX);
    }
}
