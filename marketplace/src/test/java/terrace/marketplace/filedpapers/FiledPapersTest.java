package terrace.marketplace.filedpapers;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.PaperIntake;
import terrace.marketplace.papers.PaperKind;
import terrace.marketplace.papers.Papers;
import terrace.marketplace.papers.Samples;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

@MicronautTest(transactional = false)
class FiledPapersTest {

    @Inject
    FiledPapers filed;

    @Inject
    PaperWatch watch;

    @Inject
    Papers papers;

    @Inject
    Merchants merchants;

    @Inject
    Accounts accounts;

    @Inject
    Staff staff;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private UUID merchant;
    private UUID owner;
    private UUID operator;

    @BeforeEach
    void open() {
        owner = account();
        operator = account();
        merchant = merchants
                .open(new NewMerchant(
                        "f-" + UUID.randomUUID(),
                        "某社",
                        Merchant.Kind.COOPERATIVE,
                        "532529",
                        "",
                        0,
                        "某社",
                        "6227003812345678901"))
                .id();
        staff.join(merchant, owner, StaffRole.OWNER);
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void each_reminder_is_sent_once_and_then_the_paper_ends() {
        var permit = file(PaperKind.FOOD_PERMIT, clock.today().plusDays(40));
        watch();
        assertThat(reminders(permit)).isEmpty();
        for (var step : List.of(11, 12, 33, 40)) {
            clock.shift(Duration.ofDays(step));
            watch();
            watch();
        }
        assertThat(reminders(permit)).containsExactly(30, 7, 0);
        assertThat(state(permit)).isEqualTo(FiledPaper.State.GOOD);
        assertThat(filed.missing(merchant)).isEmpty();
        clock.shift(Duration.ofDays(41));
        watch();
        watch();
        assertThat(state(permit)).isEqualTo(FiledPaper.State.EXPIRED);
        assertThat(filed.missing(merchant)).containsExactly(permit);
        assertThat(events("paper.expired", permit)).isEqualTo(1);
    }

    @Test
    void a_paper_that_ends_in_five_days_is_reminded_of_once() {
        var licence = file(PaperKind.BUSINESS_LICENCE, clock.today().plusDays(5));
        watch();
        watch();
        assertThat(reminders(licence)).containsExactly(7);
    }

    @Test
    void an_identity_card_that_ended_takes_no_goods_down() {
        var card = file(PaperKind.ID_FRONT, clock.today());
        clock.shift(Duration.ofDays(1));
        watch();
        assertThat(state(card)).isEqualTo(FiledPaper.State.EXPIRED);
        assertThat(filed.missing(merchant)).isEmpty();
        assertThat(filed.concernsAllGoods(merchant, card)).isFalse();
    }

    @Test
    void a_newer_paper_counts_after_an_operators_look() {
        var old = file(PaperKind.FOOD_PERMIT, clock.today());
        clock.shift(Duration.ofDays(1));
        watch();
        var first = renewed(old, clock.today().plusDays(1));
        var second = renewed(old, clock.today().plusYears(1));
        assertThat(waiting()).contains(second).doesNotContain(first);
        assertThat(filed.missing(merchant)).as("nobody looked yet").containsExactly(old);
        assertThat(watch.approve(operator, first)).get().isInstanceOf(Look.Overtaken.class);
        assertThat(watch.approve(owner, second)).get().isInstanceOf(Look.OwnShop.class);
        assertThat(watch.approve(operator, second)).get().isInstanceOf(Look.Decided.class);
        assertThat(watch.approve(operator, second)).get().isInstanceOf(Look.Decided.class);
        assertThat(watch.refuse(operator, second, "看不清")).get().isInstanceOf(Look.Overtaken.class);
        assertThat(events("paper.renewed", old)).isEqualTo(1);
        assertThat(filed.missing(merchant)).isEmpty();
        assertThat(filed.ofMerchant(merchant)).extracting(FiledPaper::paperId).containsExactly(second);
        assertThat(filed.renew(merchant, old, owner, paper(null), photo()))
                .get()
                .isInstanceOf(Renewal.Overtaken.class);
    }

    @Test
    void a_refused_paper_says_why_and_the_old_one_stays() {
        var old = file(PaperKind.FOOD_PERMIT, clock.today().plusDays(10));
        var fresh = renewed(old, null);
        assertThat(watch.refuse(operator, fresh, " ")).get().isInstanceOf(Look.ReasonMissing.class);
        assertThat(watch.refuse(operator, fresh, "看不清公章")).get().isInstanceOf(Look.Decided.class);
        assertThat(watch.byId(fresh).orElseThrow().note()).isEqualTo("看不清公章");
        assertThat(state(old)).isEqualTo(FiledPaper.State.GOOD);
        assertThat(renewed(old, null)).as("once more").isNotEqualTo(fresh);
    }

    @Test
    void papers_are_the_merchants_alone_and_stay_on_file() {
        var permit = file(PaperKind.FOOD_PERMIT, null);
        var stranger = UUID.randomUUID();
        assertThat(filed.paper(merchant, permit)).isPresent();
        assertThat(filed.file(merchant, permit)).isPresent();
        assertThat(filed.paper(stranger, permit)).isEmpty();
        assertThat(filed.file(stranger, permit)).isEmpty();
        assertThat(filed.renew(stranger, permit, owner, paper(null), photo())).isEmpty();
        assertThat(papers.remove(owner, permit)).isEmpty();
        assertThat(filed.renew(merchant, permit, owner, paper(clock.today().minusDays(1)), photo()))
                .hasValue(new Renewal.Refused(PaperIntake.Reason.EXPIRED));
    }

    @Test
    void of_operators_deciding_at_once_one_decides() throws Exception {
        var old = file(PaperKind.FOOD_PERMIT, clock.today());
        var fresh = renewed(old, null);
        var other = account();
        List<Callable<Look>> looks = List.of(
                () -> watch.approve(operator, fresh).orElseThrow(),
                () -> watch.refuse(other, fresh, "看不清").orElseThrow());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int decided = 0;
            for (var done : threads.invokeAll(looks)) {
                decided += done.get() instanceof Look.Decided ? 1 : 0;
            }
            assertThat(decided).isEqualTo(1);
        }
    }

    private void watch() {
        jobs.run("watch-papers");
    }

    private UUID file(PaperKind kind, @Nullable LocalDate until) {
        var taken = papers.add(owner, new NewPaper(kind, "1", until), photo());
        filed.file(merchant, owner, "test");
        filed.file(merchant, owner, "test");
        return ((PaperIntake.Taken) taken).paper().id();
    }

    private UUID renewed(UUID old, @Nullable LocalDate until) {
        var renewal = filed.renew(merchant, old, owner, paper(until), photo()).orElseThrow();
        return ((Renewal.Waiting) renewal).paper().paperId();
    }

    private static NewPaper paper(@Nullable LocalDate until) {
        return new NewPaper(PaperKind.OTHER, "2", until);
    }

    private static byte[] photo() {
        return Samples.photo("jpeg", 40, 30);
    }

    private List<UUID> waiting() {
        return watch.waiting(null, 1_000).stream().map(FiledPaper::paperId).toList();
    }

    private FiledPaper.State state(UUID paper) {
        return watch.byId(paper).orElseThrow().state();
    }

    private List<Integer> reminders(UUID paper) {
        return transactions.executeRead(status -> jdbc.prepareStatement(
                "select days from marketplace.paper_reminder where paper_id = ? order by days desc", statement -> {
                    statement.setObject(1, paper);
                    var days = new ArrayList<Integer>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            days.add(rows.getInt(1));
                        }
                    }
                    return days;
                }));
    }

    private int events(String name, UUID paper) {
        return transactions.executeRead(status -> jdbc.prepareStatement(
                "select count(*) from marketplace.event where name = ? and payload ->> 'paperId' = ?", statement -> {
                    statement.setString(1, name);
                    statement.setString(2, paper.toString());
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getInt(1);
                    }
                }));
    }

    private UUID account() {
        var created =
                accounts.create(UUID.randomUUID() + "@example.com", "terraces at dawn", "某某", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }
}
