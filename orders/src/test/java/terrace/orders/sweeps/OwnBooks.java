package terrace.orders.sweeps;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.gateway.CustodyBank.Own;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;
import terrace.orders.reconciliation.BalanceCheck;
import terrace.orders.reconciliation.Reconciliation;
import terrace.orders.reconciliation.TakingIn;

/** Brings the books to where something of the platform's own is to be moved, whatever other tests left in them. */
@Singleton
class OwnBooks {

    private static int days = 2_000;

    private final OwnMoveRepository repository;
    private final OwnMoves moves;
    private final Moving moving;
    private final Reconciliation reconciliation;
    private final Ledger ledger;
    private final Clock clock;

    OwnBooks(
            OwnMoveRepository repository,
            OwnMoves moves,
            Moving moving,
            Reconciliation reconciliation,
            Ledger ledger,
            Clock clock) {
        this.repository = repository;
        this.moves = moves;
        this.moving = moving;
        this.reconciliation = reconciliation;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A day of the test's own, later than those of all others; what these left on its way is found on it. */
    void newDay() {
        days += 10;
        later(0);
        moving.send();
        takeIn();
    }

    /** So many days after it. */
    void later(int more) {
        clock.shift(Duration.ofDays(days + (long) more));
    }

    /** Others than buyers bear so much at least that is not moved, whatever other tests left. */
    void bear(long fen) {
        long borne = fen + Math.max(0, -ledger.subsidiesToMove());
        ledger.post(List.of(
                Journal.of(
                        JournalKind.PROMO_PAID_IN,
                        "test",
                        Ids.next(),
                        clock.now(),
                        Posting.debit(Account.bankPromo(), borne),
                        Posting.credit(Account.promoPlatform(), borne)),
                Journal.of(
                        JournalKind.SUBSIDY_PAID,
                        "test",
                        Ids.next(),
                        clock.now(),
                        Posting.debit(Account.promoPlatform(), borne),
                        Posting.credit(Account.escrow(Ids.next()), borne))));
    }

    /** Commission that was paid for, with so much more in custody that all that is due can go. */
    void earn(long fen) {
        long swept = repository.onTheWayFen(Own.SWEEP);
        long over = compared().coverFen()
                - ledger.balance(Account.suspenseOver())
                + repository.sentNotInFileFen(Own.TOP_UP)
                + repository.sentNotInFileFen(Own.COVER)
                - swept;
        long wanting = fen + Math.max(0, swept - ledger.ownToSweep()) + Math.max(0, -over);
        ledger.post(Journal.of(
                JournalKind.ORDER_ACCEPTED,
                "test",
                Ids.next(),
                clock.now(),
                Posting.debit(Account.clearing(), wanting),
                Posting.credit(Account.commission(), wanting)));
    }

    /** What custody holds beyond what it owes, once all that is on its way has come. */
    long beyondFen() {
        return compared().coverFen()
                - ledger.balance(Account.suspenseOver())
                + Math.max(0, ledger.subsidiesToMove())
                + repository.onTheWayFen(Own.COVER)
                - repository.onTheWayFen(Own.SWEEP);
    }

    /** Custody pays, as for the bank's fees. */
    void pay(Account what, long fen) {
        ledger.post(Journal.of(
                JournalKind.FEE_IN_FILE,
                "test",
                Ids.next(),
                clock.now(),
                Posting.debit(what, fen),
                Posting.credit(Account.clearing(), fen)));
    }

    /** What was instructed on a day. */
    Optional<OwnMove> of(Own kind, LocalDate day) {
        return moves.newest(10).stream()
                .filter(move -> move.kind() == kind && move.day().equals(day))
                .findFirst();
    }

    Optional<OwnMove> tomorrow(Own kind) {
        return of(kind, clock.today().plusDays(1));
    }

    TakingIn.TakenIn takeIn() {
        return (TakingIn.TakenIn) reconciliation.takeIn(clock.today(), "test");
    }

    long off() {
        return compared().differenceFen();
    }

    BalanceCheck.Compared compared() {
        return (BalanceCheck.Compared) reconciliation.balanceCheck();
    }
}
