package terrace.orders.donations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.books.BooksCheck;
import terrace.orders.books.Invariant;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.HashChain;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.payment.Payments;

@MicronautTest(transactional = false)
@Property(name = "terrace.charity", value = "projects-charity")
class ProjectsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final byte[] SLIP =
            "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NONE = {};
    private static final URI BACK = URI.create("http://127.0.0.1/donations/1");

    @Inject
    Projects projects;

    @Inject
    ProjectRepository repository;

    @Inject
    Gifts gifts;

    @Inject
    Partners partners;

    @Inject
    Ledger ledger;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    Donations donations;

    @Inject
    Payments payments;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Bazaar bazaar;

    @Inject
    BooksCheck books;

    @Inject
    HashChain chain;

    private final String code = "p-" + UUID.randomUUID();
    private final UUID organiser = Ids.next();
    private long link;

    @BeforeEach
    void charity() {
        partners.define(new NewPartner("projects-charity", "公益机构", "A charity"));
        chain.catchUp();
        link = chain.head().orElse(HashChain.NOTHING).seq();
    }

    @AfterEach
    void no_charity_has_paid_on_more_than_it_was_given() {
        assertThat(books.since(link, EnumSet.of(Invariant.GIFTS_ARE_WHOLE, Invariant.DONATIONS_PAID_ON)))
                .isEmpty();
    }

    @Test
    void a_project_is_opened_once_with_a_goal_and_a_title() {
        Project project = opened();
        assertThat(project.charity()).isEqualTo("projects-charity");
        assertThat(projects.open(organiser, wanted(code, "又一个", 1))).isEqualTo(new Opening.CodeTaken());
        assertThat(projects.open(organiser, wanted("A B", "x", 1))).isEqualTo(new Opening.CodeMalformed());
        assertThat(projects.open(organiser, wanted(code + "x", " ", 1))).isEqualTo(new Opening.TitleMissing());
        assertThat(projects.open(organiser, wanted(code + "x", "x", 0))).isEqualTo(new Opening.GoalMissing());
        assertThat(projects.close(organiser, code)).isTrue();
        assertThat(projects.close(organiser, code)).isFalse();
        assertThat(projects.putAtTill(organiser, code)).isFalse();
    }

    @Test
    void a_gift_arrives_once_and_is_followed_through_payouts_to_receipts() {
        Project project = opened();
        UUID first = gift(1_000);
        UUID second = gift(500);
        assertThat(repository.arrived(project.id(), "donation", second, organiser, 500, false, clock.now()))
                .isZero();
        assertThat(pay("1", 1_200, SLIP)).isEqualTo(new PayingOut.Recorded());
        assertThat(projects.way("donation", first).orElseThrow().steps())
                .extracting(Projects.Step::fen)
                .containsExactly(1_000L);
        Projects.Way way = projects.way("donation", second).orElseThrow();
        assertThat(way.steps()).extracting(Projects.Step::fen).containsExactly(200L);
        assertThat(way.waitingFen()).isEqualTo(300);

        ProjectPayout payout = projects.payouts(project.id()).getFirst();
        assertThat(payout.received()).isNull();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(projects.receive(organiser, code, payout.id(), "收到了", DAY, SLIP))
                    .hasValue(new PayingOut.Recorded());
        }
        assertThat(projects.payouts(project.id()).getFirst().received()).isEqualTo("收到了");
        assertThat(projects.document(payout.id(), true)).isPresent();
        assertThat(projects.receive(organiser, "another", payout.id(), "x", DAY, SLIP))
                .isEmpty();
        Project now = projects.byCode(code).orElseThrow();
        assertThat(now.givenFen()).isEqualTo(1_500);
        assertThat(now.waitingFen()).isEqualTo(300);
    }

    @Test
    void never_more_is_paid_on_than_was_given_not_even_at_once() throws Exception {
        opened();
        gift(1_000);
        List<Callable<PayingOut>> payers = IntStream.range(0, 6)
                .<Callable<PayingOut>>mapToObj(at -> () -> pay("slip-" + at, 400, SLIP))
                .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            assertThat(List.copyOf(threads.invokeAll(payers)))
                    .filteredOn(each -> each.resultNow() instanceof PayingOut.Recorded)
                    .hasSize(2);
        }
        assertThat(pay("x", 201, SLIP)).isEqualTo(new PayingOut.TooMuch(200));
        assertThat(pay("slip-0", 100, SLIP)).isIn(new PayingOut.SlipKnown(), new PayingOut.Recorded());
        assertThat(pay("y", 100, NONE)).isEqualTo(new PayingOut.EvidenceMissing());
        assertThat(pay("y", 100, new byte[] {1})).isInstanceOf(PayingOut.EvidenceRefused.class);
        assertThat(pay("", 100, SLIP)).isEqualTo(new PayingOut.Incomplete());
    }

    @Test
    void the_same_form_pays_on_once() {
        opened();
        gift(1_000);
        long before = ledger.balance(Account.donationPaidOn("projects-charity"));
        NewPayout payout = new NewPayout(Ids.next(), 400, "学校", "午餐", DAY, "a");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(projects.payOut(organiser, code, payout, SLIP)).hasValue(new PayingOut.Recorded());
        }
        assertThat(projects.byCode(code).orElseThrow().paidOutFen()).isEqualTo(400);
        jobs.run("post-donation-payouts");
        assertThat(ledger.balance(Account.donationPaidOn("projects-charity"))).isEqualTo(before + 400);
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
        assertThatThrownBy(() -> transactions.executeWrite(status ->
                        jdbc.prepareStatement("delete from orders.project_payout", PreparedStatement::execute)))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void what_stands_at_the_till_is_the_newest_choice_of_that_moment() {
        opened();
        Instant before = clock.now();
        assertThat(projects.putAtTill(organiser, code)).isTrue();
        assertThat(projects.atTill(clock.now()).orElseThrow().code()).isEqualTo(code);
        assertThat(projects.atTill(before.minusSeconds(1)).map(Project::code)).isNotEqualTo(Optional.of(code));
        projects.close(organiser, code);
        assertThat(projects.atTill(clock.now()).map(Project::code)).isNotEqualTo(Optional.of(code));
    }

    @Test
    void a_gift_begun_for_one_cause_is_not_another_ones() {
        Project project = opened();
        Wish wish = new Wish(Ids.next(), 100, code, true);
        UUID member = Ids.next();
        assertThat(gifts.begin(member, "projects-charity", project.id(), wish)).isPresent();
        assertThat(gifts.begin(member, "projects-charity", null, wish)).isEmpty();
        assertThat(gifts.begin(Ids.next(), "projects-charity", project.id(), wish))
                .isEmpty();
    }

    private Project opened() {
        Opening outcome = projects.open(organiser, wanted(code, "午餐", 10_000));
        if (outcome instanceof Opening.Opened(Project project)) {
            return project;
        }
        throw new IllegalStateException(outcome.toString());
    }

    private static NewProject wanted(String code, String title, long goal) {
        return new NewProject(code, title, title, "", "", goal);
    }

    /** Paid at the bank, as gifts are: what a project has, the charity's account has. */
    private UUID gift(long fen) {
        UUID id = Ids.next();
        assertThat(donations.payAtBank(bazaar.member().id(), new Wish(id, fen, code, false), BACK))
                .isInstanceOf(Giving.PayAt.class);
        UUID payment = payments.ofPayable(Gifts.KIND, id).orElseThrow().paymentId();
        bank.pay(payment);
        payments.resolve(payment);
        return id;
    }

    private PayingOut pay(String reference, long fen, byte[] slip) {
        return projects.payOut(organiser, code, new NewPayout(Ids.next(), fen, "学校", "午餐", DAY, reference), slip)
                .orElseThrow();
    }
}
