package terrace.marketplace.coupons;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.audit.Audit;

/** Batches of coupons, made and stopped by those who bear them or act for them. */
@Singleton
public class CouponBatches {

    private static final String AUDIT_SUBJECT = "coupon-batch:";

    private final BatchRows batches;
    private final Audit audit;

    CouponBatches(BatchRows batches, Audit audit) {
        this.batches = batches;
        this.audit = audit;
    }

    /**
     * Makes a batch; whether its fund is large enough is for the caller to see to, in the same transaction, and before.
     * False when it was made before.
     */
    @Transactional
    public boolean make(NewBatch batch) {
        boolean made = batches.insert(batch);
        if (made) {
            audit.record(
                    "account:" + batch.madeBy(),
                    "coupon-batch.made",
                    AUDIT_SUBJECT + batch.terms().batchId(),
                    Map.of("budgetFen", Long.toString(batch.budgetFen())));
        }
        return made;
    }

    /** No more of it may be claimed; what is in hand stays good. False when it was stopped before. */
    @Transactional
    public boolean stop(UUID batchId, UUID operatorId) {
        boolean stopped = batches.stop(batchId, operatorId) == 1;
        if (stopped) {
            audit.record("account:" + operatorId, "coupon-batch.stopped", AUDIT_SUBJECT + batchId, Map.of());
        }
        return stopped;
    }

    @Connectable
    public Optional<Batch> byId(UUID batchId) {
        return batches.byId(batchId);
    }

    /** The newest first. */
    @Connectable
    public List<Batch> newest(int limit) {
        return batches.newest(limit);
    }

    /** How many coupons there are, of each batch asked for. */
    @Connectable
    public Map<UUID, Batch.Counts> counts(Set<UUID> batchIds) {
        Map<UUID, Batch.Counts> counts = batches.counts(batchIds);
        batchIds.forEach(id -> counts.putIfAbsent(id, Batch.Counts.NONE));
        return counts;
    }

    /**
     * What a fund may still have to pay for coupons, in fen: what can yet be claimed, and what is claimed and can yet
     * be used.
     *
     * @param organiserId the organisation whose fund it is; null for the platform's
     */
    @Connectable
    public long promisedFen(@Nullable UUID organiserId) {
        return batches.promised(organiserId);
    }
}
