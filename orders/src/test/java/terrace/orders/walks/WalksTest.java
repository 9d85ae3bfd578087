package terrace.orders.walks;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.orders.books.BooksCheck;
import terrace.orders.books.BooksReport;
import terrace.orders.books.Invariant;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.HashChain;
import terrace.orders.ledger.Ledger;
import terrace.orders.payment.Payment;
import terrace.orders.payment.Payments;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;
import terrace.orders.settlement.Settlement;
import terrace.orders.sweeps.OwnMoves;
import terrace.orders.walks.Streets.Street;
import terrace.orders.walks.World.Past;

/**
 * Random walks over everything that can happen to money, with a bank that loses answers: after each step the books
 * hold, at the end the bank's book is ours. {@code -Dterrace.walks=10000} walks more of them,
 * {@code -Dterrace.walks.seed=…} the same again; a walk that fails is shortened before it is told.
 */
@MicronautTest(transactional = false)
@Property(name = "terrace.books.recent-journals", value = "60")
@Property(name = "terrace.charity", value = "walks-charity")
@Order(1)
class WalksTest {

    private static final int QUIET_WALKS_MAX = 300;
    private static final int WALKS = Integer.getInteger("terrace.walks", QUIET_WALKS_MAX);
    private static final long SEED = Long.getLong("terrace.walks.seed", System.nanoTime());
    /** Shorter ones with every build, so that it stays quick. */
    private static final int LENGTH = many() ? 14 : 9;

    /** Very many are walked by two at once, in databases of their own: {@link MoreWalksTest}. */
    private static final int HALVES = 2;

    private static final int WALKS_A_STREET = 60;
    private static final int THREADS = 8;
    private static final int FEE_BASIS_POINTS = 60;

    /**
     * After each step all of these are asked of what the walk has touched; of all of the books now and then. The bank's
     * file of the day holds what earlier walks did; custody is compared at the end of each.
     */
    private static final Set<Invariant> ASKED = EnumSet.complementOf(EnumSet.of(Invariant.BANK_CLEARS));

    private static final int WALKS_A_LINE = 250;

    @Inject
    World world;

    @Inject
    Streets streets;

    @Inject
    BooksCheck books;

    @Inject
    HashChain chain;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Settlement settlement;

    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    OwnMoves ownMoves;

    @Inject
    Partners partners;

    @Inject
    Ledger ledger;

    @BeforeEach
    void charity() {
        bank.fees(FEE_BASIS_POINTS);
        partners.define(new NewPartner("walks-charity", "公益基金会", "A foundation"));
    }

    static boolean many() {
        return WALKS > QUIET_WALKS_MAX;
    }

    /** Which of the halves this one walks. */
    int half() {
        return 0;
    }

    @Test
    void money_holds_together_on_every_walk() {
        int walks = many() ? WALKS / HALVES : WALKS;
        long first = SEED + (long) half() * walks;
        Told told = new Told(walks, first, many() ? WALKS_A_LINE : 0);
        Street street = streets.open();
        world.settleDown(new Past(street));
        long began = head();
        for (int number = 0; number < walks; number++) {
            if (number % WALKS_A_STREET == WALKS_A_STREET - 1) {
                assertThat(books.since(began, ASKED)).as("seed %d", SEED).isEmpty();
                began = head();
                street = streets.open();
            }
            Walk walk = Walk.of(first + number, LENGTH);
            String trouble = trouble(walk, street);
            if (trouble != null) {
                Walk least = shortened(walk);
                throw new AssertionError(trouble + "\nseed " + walk.seed() + ", at least " + least.steps());
            }
            told.walked(walk);
        }
        assertThat(books.since(began, ASKED)).as("seed %d", SEED).isEmpty();
        told.end();
    }

    /** The newest link of the chain, with all that was posted before it. */
    private long head() {
        chain.catchUp();
        return chain.head().orElse(HashChain.NOTHING).seq();
    }

    @Test
    void it_holds_with_eight_at_once() throws Exception {
        List<Past> pasts = IntStream.range(0, THREADS)
                .mapToObj(i -> new Past(streets.open()))
                .toList();
        world.settleDown(pasts.getFirst());
        long since = head();
        long ours = ours();
        bank.forget();
        List<Callable<String>> work = IntStream.range(0, THREADS)
                .<Callable<String>>mapToObj(i -> () -> {
                    for (int round = 0; round < 4; round++) {
                        Walk walk = Walk.of(SEED + i * 1_000L + round, LENGTH);
                        walk.steps().stream()
                                .filter(step -> step.act() != Act.FAULT)
                                .forEach(step -> world.step(pasts.get(i), step));
                    }
                    return "";
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<String> done : threads.invokeAll(work)) {
                assertThat(done.get()).as("seed %d", SEED).isEmpty();
            }
        }
        pasts.forEach(world::settleDown);
        assertThat(books.since(since, ASKED)).as("seed %d", SEED).isEmpty();
        assertThat(ours() - ours).as("seed %d", SEED).isEqualTo(bank.bookedFen());
        pasts.forEach(past -> assertThat(unequal(past)).as("seed %d", SEED).isNull());
    }

    @Test
    void a_bank_that_booked_another_sum_is_found() {
        // what it takes of a charge only its file says, and there is none yet
        bank.fees(0);
        Past past = new Past(streets.open());
        world.settleDown(past);
        long ours = ours();
        bank.forget();
        for (Act act : List.of(Act.BUY, Act.BEGIN, Act.PAY, Act.RESOLVE)) {
            world.step(past, new Walk.Step(act, 0, 0));
        }
        UUID payment = past.begun.getFirst();
        long booked = bank.booked(payment, "charge");
        assertThat(unequal(past)).isNull();
        bank.tamper(payment.toString(), booked - 1);
        assertThat(unequal(past)).contains(payment.toString());
        assertThat(ours() - ours).isNotEqualTo(bank.bookedFen());
        bank.tamper(payment.toString(), booked);
        assertThat(ours() - ours).isEqualTo(bank.bookedFen());
    }

    private Walk shortened(Walk walk) {
        Walk least = walk;
        for (int step = walk.steps().size() - 1; step >= 0; step--) {
            Walk fewer = least.without(step);
            if (trouble(fewer, streets.open()) != null) {
                least = fewer;
            }
        }
        return least;
    }

    /** What goes wrong on a walk; null for nothing. */
    private @Nullable String trouble(Walk walk, Street street) {
        long since = head();
        long ours = ours();
        bank.forget();
        Past past = new Past(street);
        try {
            for (Walk.Step step : walk.steps()) {
                world.step(past, step);
                List<BooksReport.Finding> findings = touched(since, street);
                if (!findings.isEmpty()) {
                    return "after " + step + ": " + findings;
                }
            }
            world.settleDown(past);
        } catch (RuntimeException | AssertionError e) {
            return String.valueOf(e);
        }
        List<BooksReport.Finding> findings = touched(since, street);
        if (!findings.isEmpty()) {
            return "at the end: " + findings;
        }
        long off = ours() - ours - bank.bookedFen();
        return off == 0 ? unequal(past) : "the bank's book is off by " + off + " fen";
    }

    /** Links what was posted first, so that the chain is asked about it too. */
    private List<BooksReport.Finding> touched(long since, Street street) {
        chain.catchUp();
        return books.touchedSince(since, ASKED, street.skuIds());
    }

    /** What our books say the bank holds. */
    private long ours() {
        return ledger.balance(Account.bankEscrow())
                + ledger.balance(Account.clearing())
                - settlement.sentNotInFileFen()
                - refunds.doneNotInFileFen()
                - ownMoves.outNotInFileFen();
    }

    /** A payment whose money is not what the bank's book says; null for none. */
    private @Nullable String unequal(Past past) {
        for (UUID id : past.begun) {
            Payment payment = payments.byId(id).orElseThrow();
            long received = payment.settled() ? payment.received() : 0;
            long back = refunds.ofPayment(id).stream()
                    .filter(refund -> refund.state() != Refund.State.FAILED)
                    .mapToLong(Refund::fen)
                    .sum();
            long booked = refunds.ofPayment(id).stream()
                    .mapToLong(refund -> bank.booked(refund.id(), "refund"))
                    .sum();
            if (bank.booked(id, "charge") != received || booked != back) {
                return "payment " + id + " brought " + received + " and gave back " + back;
            }
            if (ledger.balance(Account.unallocated(id)) != 0) {
                return "payment " + id + " left money unallocated";
            }
        }
        return null;
    }
}
