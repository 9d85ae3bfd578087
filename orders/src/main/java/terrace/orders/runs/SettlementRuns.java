package terrace.orders.runs;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Job;
import terrace.orders.settlement.Settlement;

/** The door to settlement runs. Nobody pays merchants alone: who drafts a run does not approve it. */
@Singleton
public class SettlementRuns {

    /** A run that was approved so long ago, and is not sent, was interrupted. */
    private static final Duration INTERRUPTED_AFTER = Duration.ofMinutes(2);

    private final RunSteps steps;
    private final RunRecords records;
    private final Settlement settlement;
    private final Clock clock;
    private final long capFen;
    private final long merchantCapFen;

    SettlementRuns(
            RunSteps steps,
            RunRecords records,
            Settlement settlement,
            Clock clock,
            @Value("${terrace.settlement.run-fen-max:5000000000}") long capFen,
            @Value("${terrace.settlement.merchant-fen-max:100000000}") long merchantCapFen) {
        this.steps = steps;
        this.records = records;
        this.settlement = settlement;
        this.clock = clock;
        this.capFen = capFen;
        this.merchantCapFen = merchantCapFen;
    }

    /** Goes on with runs that were interrupted while they were sent. */
    @Factory
    static class Jobs {

        @Singleton
        Job sendApprovedRuns(SettlementRuns runs) {
            return new Job("send-approved-runs", Duration.ofMinutes(1), runs::goOn);
        }
    }

    /** Writes down whom the next run pays how much; one run at a time. */
    public Drafting draft(UUID by) {
        return steps.draft(by, capFen, merchantCapFen);
    }

    /** Checks that the books are in order and that every sum is covered; empty for no such run. */
    public Optional<Checking> check(UUID runId, UUID by) {
        return byId(runId).map(run -> steps.check(run, by));
    }

    /**
     * Approves a checked run and pays it; empty for no such run. Approved twice, it pays once. Calls the bank: must not
     * run inside a transaction.
     *
     * @param typedFen the sum as the approver has typed it in
     */
    public Optional<Approval> approve(UUID runId, UUID by, long typedFen) {
        if (byId(runId).isEmpty()) {
            return Optional.empty();
        }
        Optional<Approval> refused = steps.approve(runId, by, typedFen);
        if (refused.isPresent()) {
            return refused;
        }
        send(runId, by);
        return byId(runId).map(Approval.Sent::new);
    }

    private void send(UUID runId, UUID by) {
        for (RunLine line : steps.paidLines(runId)) {
            settlement.pay(runId, by, line.merchantId(), line.fen());
        }
        steps.sent(runId);
    }

    void goOn() {
        for (UUID id : records.halfSent(clock.now().minus(INTERRUPTED_AFTER))) {
            byId(id).ifPresent(run -> send(id, Objects.requireNonNull(run.approvedBy())));
        }
    }

    /** Gives a run up before it is approved; whether it could be. Empty for no such run. */
    public Optional<Boolean> drop(UUID runId, UUID by) {
        return byId(runId).map(run -> steps.drop(runId, by));
    }

    /** Marks the runs whose payouts the bank's files have shown. Joins the caller's transaction; says how many. */
    @Transactional
    public int seenInFile() {
        return steps.seenInFile(clock.now());
    }

    @Transactional(readOnly = true)
    public Optional<SettlementRun> byId(UUID runId) {
        return records.byId(runId);
    }

    /** The run that keeps others from being drafted. */
    @Transactional(readOnly = true)
    public Optional<SettlementRun> open() {
        return records.open();
    }

    @Transactional(readOnly = true)
    public List<SettlementRun> newest(int limit) {
        return records.newest(limit);
    }

    /** What a run pays to whom, most first. */
    public List<RunLine> lines(UUID runId) {
        return steps.lines(runId);
    }
}
