package terrace.orders.runs;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import terrace.orders.settlement.Owed;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;

/** Pays all merchants as two operators would, for tests that are about something else. */
@Singleton
public class Paying {

    public static final UUID MAKER = UUID.fromString("00000000-0000-7000-8000-000000000001");
    public static final UUID CHECKER = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private final SettlementRuns runs;
    private final Settlement settlement;

    Paying(SettlementRuns runs, Settlement settlement) {
        this.runs = runs;
        this.settlement = settlement;
    }

    /**
     * What came of it.
     *
     * @param held merchants who got nothing though there was something
     */
    public record Paid(List<Payout> payouts, List<UUID> held) {}

    /** No payouts when nobody can be paid, somebody else's run is open, or money went between draft and check. */
    public Paid send() {
        if (!(runs.draft(MAKER) instanceof Drafting.Drafted(SettlementRun run))) {
            return new Paid(
                    List.of(), settlement.owed().stream().map(Owed::merchantId).toList());
        }
        Checking checking = runs.check(run.id(), MAKER).orElseThrow();
        if (!(checking instanceof Checking.Sound)) {
            runs.drop(run.id(), MAKER);
            if (checking instanceof Checking.NotCovered(List<UUID> merchants)) {
                return new Paid(List.of(), merchants);
            }
            throw new AssertionError("the run was not sound: " + checking);
        }
        runs.approve(run.id(), CHECKER, run.fen());
        List<UUID> held = runs.lines(run.id()).stream()
                .filter(line -> line.fen() == 0)
                .map(RunLine::merchantId)
                .toList();
        return new Paid(settlement.payoutsOfRun(run.id()), held);
    }
}
