package terrace.marketplace.entitlements;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Works off sheets piece by piece; whoever is stopped half-way goes on where they were. */
@Factory
class EntitlementJobs {
    private static final int PIECES_MAX = 60;

    @Singleton
    Job handOutEntitlements(Entitlements entitlements) {
        return new Job("hand-out-entitlements", Duration.ofSeconds(2), () -> {
            for (int piece = 0; piece < PIECES_MAX; piece++) {
                if (!entitlements.work()) {
                    return;
                }
            }
        });
    }
}
