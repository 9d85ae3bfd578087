package terrace.marketplace.entitlements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponBatches;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.spreadsheets.Why;

@MicronautTest(transactional = false)
class EntitlementsTest {
    private static final long FACE = 20_000;
    private static final int TRIES_MAX = 200;

    @Inject
    Entitlements entitlements;

    @Inject
    EntitlementRows rows;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    CouponBatches batches;

    @Inject
    Coupons coupons;

    @Inject
    Partners partners;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    private UUID partner = Ids.next();

    @BeforeEach
    void aPartner() {
        partner = partners.define(new NewPartner("e-" + UUID.randomUUID(), "单位", "Partner"))
                .id();
    }

    @Test
    void a_sheet_gives_each_person_one_and_tells_the_rest_with_the_reason() throws Exception {
        List<String> people = List.of(member(), member(), member());
        String sheet = "手机号,部门\n" + people.get(0) + ",机关\n" + people.get(1) + ",机关\nnobody@nowhere.example,车间\n"
                + people.get(0) + ",车间\n" + people.get(2) + ",车间\n";
        UUID run = started(sheet, 5);
        List<Callable<Boolean>> work = List.of(entitlements::work, entitlements::work, entitlements::work);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var told : threads.invokeAll(work)) {
                told.get();
            }
        }
        finish(run);
        assertThat(entitlements.byId(partner, run)).get().satisfies(done -> {
            assertThat(done.given()).isEqualTo(3);
            assertThat(done.bad()).isEqualTo(2);
            assertThat(done.endedAt()).isNotNull();
            assertThat(batches.byId(done.batchId()).orElseThrow().stoppedAt())
                    .as("what is left is free")
                    .isNotNull();
        });
        assertThat(entitlements.badRows(partner, run).orElseThrow())
                .extracting(bad -> bad.row().number(), BadRow::problem)
                .containsExactly(tuple(4, BadRow.Problem.NOBODY), tuple(5, BadRow.Problem.TWICE));
        UUID one = accounts.bySignInName(people.getFirst()).orElseThrow().id();
        assertThat(coupons.usable(one)).hasSize(1);
    }

    @Test
    void a_sheet_that_cannot_be_worked_off_holds_up_no_other() {
        UUID broken = started("登录名,部门\n" + member() + ",机关\n" + member() + ",机关\n", 2, FACE);
        UUID sound = started("登录名,部门\n" + member() + ",机关\n", 1);
        int refused = 0;
        for (int tries = 0; tries < TRIES_MAX && isOpen(sound); tries++) {
            try {
                entitlements.work();
            } catch (RuntimeException e) {
                refused++;
            }
        }
        assertThat(isOpen(sound)).as("held up, %d times", refused).isFalse();
        assertThat(isOpen(broken)).isTrue();
        transactions.executeWrite(status -> rows.advance(broken, 0, true));
    }

    private boolean isOpen(UUID run) {
        return entitlements.byId(partner, run).orElseThrow().endedAt() == null;
    }

    @Test
    void somebody_elses_sheet_is_absent_and_one_sent_twice_is_one() {
        UUID run = started("登录名,部门\n" + member() + ",机关\n", 1);
        UUID other = partners.define(new NewPartner("o-" + UUID.randomUUID(), "别家", "Other"))
                .id();
        assertThat(entitlements.byId(other, run)).isEmpty();
        assertThat(entitlements.badRows(other, run)).isEmpty();
        assertThat(entitlements.use(other, run)).isEmpty();
        Run before = entitlements.byId(partner, run).orElseThrow();
        entitlements.start(run, partner, before.batchId(), "再来", List.of(new SheetRow(2, "x", "y")), Ids.next());
        assertThat(entitlements.ofPartner(partner)).hasSize(1);
        finish(run);
    }

    @Test
    void a_sheet_without_its_headings_or_rows_is_not_taken() {
        assertThat(entitlements.read(bytes("姓名,电话\n某,1\n"))).isEqualTo(new Reading.Refused(Why.HEADINGS_MISSING));
        assertThat(entitlements.read(bytes("登录名,部门\n"))).isEqualTo(new Reading.Refused(Why.NO_ROWS));
    }

    @Test
    void a_department_of_few_is_never_told_apart() {
        assertThat(told(Map.of("机关", 12, "车间", 9, "食堂", 2))).containsExactly("机关 12", " 11");
        assertThat(told(Map.of("机关", 12, "车间", 3, "食堂", 2))).containsExactly("机关 12", " 5");
        assertThat(told(Map.of("机关", 4))).isEmpty();
        assertThat(told(Map.of("机关", 5, "车间", 6))).containsExactly("车间 6", "机关 5");
    }

    private static List<String> told(Map<String, Integer> departments) {
        List<DepartmentUse> all = new ArrayList<>();
        departments.forEach((name, people) -> all.add(new DepartmentUse(name, people, 1, 100)));
        return DepartmentUse.told(all).stream()
                .map(use -> use.department() + " " + use.people())
                .toList();
    }

    private void finish(UUID run) {
        while (isOpen(run)) {
            entitlements.work();
        }
    }

    private UUID started(String sheet, int rows) {
        return started(sheet, rows, FACE * rows);
    }

    private UUID started(String sheet, int rows, long budget) {
        List<SheetRow> read = ((Reading.Rows) entitlements.read(bytes(sheet))).rows();
        assertThat(read).hasSize(rows);
        var from = clock.now().minusSeconds(1);
        CouponTerms terms = new CouponTerms(
                Ids.next(),
                CouponKind.PEOPLE,
                "慰问券",
                "Greetings",
                FACE,
                0,
                99,
                CostShare.ofOrganiser(partner),
                from,
                from.plus(Duration.ofDays(30)),
                Set.of());
        batches.make(new NewBatch(terms, Giving.of(Giving.Way.ENTITLEMENT), budget, 1, Set.of(), Ids.next()));
        UUID run = Ids.next();
        entitlements.start(run, partner, terms.batchId(), "慰问券", read, Ids.next());
        return run;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String member() {
        String name = UUID.randomUUID() + "@entitled.example";
        assertThat(accounts.create(name, "rain-on-terraces", "某人", Set.of(Role.MEMBER)))
                .isInstanceOf(Registration.Registered.class);
        return name;
    }
}
