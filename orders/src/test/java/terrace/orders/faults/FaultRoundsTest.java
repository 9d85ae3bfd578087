package terrace.orders.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.books.BooksCheck;
import terrace.orders.books.BooksReport.Finding;
import terrace.orders.books.Invariant;
import terrace.orders.gateway.BankLink;
import terrace.orders.gateway.LetterBox;
import terrace.orders.gateway.SandboxBank;
import terrace.orders.payment.NoticeReceipt;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.PurchaseState;
import terrace.orders.purchases.Purchases;
import terrace.orders.reconciliation.BalanceCheck;
import terrace.orders.reconciliation.Reconciliation;

/**
 * {@code mvn -q -Pfaults -Drounds=30 -Dseconds=60}: rounds of random buying with the sandbox bank told to fail, and in
 * turns the shop killed, PostgreSQL killed, and every connection to it cut in the middle; then the bank is healed, and
 * everything must be settled and clean.
 * {@code -Dterrace.faults.seed=…} begins with the same chances again.
 */
@MicronautTest(transactional = false, environments = "sandbox")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "terrace.faults.rounds", matches = "\\d+")
class FaultRoundsTest implements TestPropertyProvider {
    private static final int ROUNDS = Integer.getInteger("terrace.faults.rounds", 0);
    private static final int SECONDS = Integer.getInteger("terrace.faults.seconds", 60);
    private static final long SEED = Long.getLong("terrace.faults.seed", System.nanoTime());
    private static final int FAULTS_A_ROUND = 4;
    /** After a kill there is at least so long to come back. */
    private static final int SECONDS_AFTER_MIN = 10;

    private static final List<Killing.Whom> IN_TURNS = List.copyOf(EnumSet.allOf(Killing.Whom.class));
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Unpaid purchases and the bank's pages are over after it. */
    private static final Duration UNTIL_LAPSED = Duration.ofMinutes(40);

    /** Kinds with how often they strike; they last until the bank is healed or that often. */
    private static final List<String> FAULTS = List.of(
            "{\"kind\":\"delay\",\"millis\":1500,\"times\":20}",
            "{\"kind\":\"reset\",\"times\":20}",
            "{\"kind\":\"effect_then_reset\",\"times\":20}",
            "{\"kind\":\"http500\",\"times\":20}",
            "{\"kind\":\"html200\",\"times\":10}",
            "{\"kind\":\"wrong_amount\",\"path\":\"/pay/*\",\"times\":3}",
            "{\"kind\":\"duplicate_notices\",\"copies\":50,\"times\":10}",
            "{\"kind\":\"reorder_notices\",\"millis\":300,\"times\":20}",
            "{\"kind\":\"hold_notices\",\"times\":20}",
            "{\"kind\":\"late_notices\",\"times\":10}",
            "{\"kind\":\"forged_notices\",\"times\":10}");

    private final LetterBox box = new LetterBox();

    @Inject
    Killing killing;

    @Inject
    SandboxBank bank;

    @Inject
    BankLink link;

    @Inject
    Payments payments;

    @Inject
    Purchases purchases;

    @Inject
    BooksCheck books;

    @Inject
    Reconciliation reconciliation;

    @Inject
    Bazaar bazaar;

    @Inject
    Clock clock;

    @Inject
    Jobs jobs;

    private Duration ahead = Duration.ZERO;

    @Override
    public Map<String, String> getProperties() {
        return Map.of(
                "terrace.bank.embedded", "true",
                "terrace.bank.channels", "stripe,ccb",
                "terrace.bank.notice-url", box.address());
    }

    @AfterAll
    void close() {
        bank.heal();
        bank.shift(Duration.ZERO);
        clock.shift(Duration.ZERO);
        box.close();
    }

    @Test
    void nothing_is_lost_whatever_fails() throws InterruptedException, IOException {
        box.ask((channel, letter) -> payments.receive(channel, letter) instanceof NoticeReceipt.Kept);
        until("the bank is up", () -> link.address().isPresent());
        System.out.println("faults: seed " + SEED);
        System.out.println(Toll.HEAD);
        List<Toll> tolls = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Toll toll = round(round);
            System.out.println(toll.line());
            tolls.add(toll);
        }
        assertThat(tolls).as("seed " + SEED).allMatch(Toll::clean);
    }

    private Toll round(int round) throws InterruptedException, IOException {
        Random chance = new Random(SEED + round);
        List<String> faults = new ArrayList<>(FAULTS);
        Collections.shuffle(faults, chance);
        List<String> struck = faults.subList(0, FAULTS_A_ROUND);
        struck.forEach(bank::fail);
        Killing.Whom whom = IN_TURNS.get(round % IN_TURNS.size());
        int before = SECONDS / 2 + chance.nextInt(Math.max(1, SECONDS / 4));
        int after = Math.max(SECONDS_AFTER_MIN, SECONDS - before);
        Day day = new Day();
        long back = killing.during(whom, day, before, after, SEED + round);
        long recovery = recover();
        List<Finding> findings = books.since(0, EnumSet.allOf(Invariant.class));
        return new Toll(
                round,
                whom.name().toLowerCase(Locale.ROOT),
                day.placed().size(),
                day.paid().size(),
                day.failures(),
                lost(day),
                bazaar.number("select count(*) from (select from orders.payment where state = 'TAKEN'"
                        + " group by payable_id having count(*) > 1) twice"),
                unrefunded(),
                off(findings, true),
                off(findings, false),
                ((BalanceCheck.Compared) reconciliation.balanceCheck()).differenceFen(),
                back,
                recovery,
                String.join(" ", struck.stream().map(FaultRoundsTest::kind).toList()));
    }

    /** How long it took until nothing was left to be settled. */
    private long recover() throws InterruptedException {
        long begun = System.nanoTime();
        bank.heal();
        ahead = ahead.plus(UNTIL_LAPSED);
        bank.shift(ahead);
        clock.shift(ahead);
        bank.flush();
        until("everything is settled", () -> {
            for (String job : List.of(
                    "read-payment-notices",
                    "resolve-payments",
                    "expire-purchases",
                    "expire-holds",
                    "send-refunds",
                    "tell-clearings",
                    "link-journals")) {
                jobs.run(job);
            }
            // what was tried in vain waits longer and longer: here nobody waits
            bazaar.change(
                    "update orders.payment set next_check_at = clock_timestamp()" + " where next_check_at is not null");
            bazaar.change("update orders.refund set due_at = clock_timestamp() where due_at is not null");
            return bazaar.number("select (select count(*) from orders.payment where state = 'OPEN')"
                            + " + (select count(*) from orders.purchase where state = 'AWAITING_PAYMENT')"
                            + " + (select count(*) from orders.refund where state in ('INSTRUCTED', 'PENDING'))")
                    == 0;
        });
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private long lost(Day day) {
        return day.placed().stream()
                        .filter(bought -> purchases
                                .ofMember(bought.memberId(), bought.purchaseId())
                                .isEmpty())
                        .count()
                + day.paid().stream()
                        .filter(bought -> purchases
                                .ofMember(bought.memberId(), bought.purchaseId())
                                .filter(purchase -> purchase.state() == PurchaseState.PAID)
                                .isEmpty())
                        .count();
    }

    private long unrefunded() {
        return bazaar.number("""
                select (select count(*) from orders.payment p where p.state = 'UNWANTED' and p.received_fen <> coalesce(
                        (select sum(r.fen) from orders.refund r where r.payment_id = p.id and r.state = 'DONE'), 0))
                    + (select count(*) from orders.refund where state = 'FAILED')
                """);
    }

    private static long off(List<Finding> findings, boolean stock) {
        return findings.stream()
                .filter(finding -> (finding.invariant() == Invariant.STOCK_ADDS_UP) == stock)
                .filter(finding -> finding.invariant() != Invariant.BANK_CLEARS)
                .mapToLong(finding -> Math.abs(finding.off()))
                .sum();
    }

    private static String kind(String fault) {
        return fault.replaceAll(".*\"kind\":\"([a-z0-9_]+)\".*", "$1");
    }

    /** Something to wait for. */
    private interface Condition {
        boolean holds();
    }

    private static void until(String what, Condition condition) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(what).isLessThan(giveUp);
            Thread.sleep(50);
        }
    }
}
