package terrace.marketplace.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class CouponsTest {
    private static final int FACE = 1_000;

    @Inject
    Coupons coupons;

    @Inject
    CouponBatches batches;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private final UUID member = Ids.next();

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void fifty_at_once_share_what_the_budget_holds_and_nobody_has_two() throws Exception {
        UUID batch = batch(10 * FACE, 1);
        UUID nobodys = batch(FACE, 1);
        List<UUID> people = IntStream.range(0, 25).mapToObj(at -> Ids.next()).toList();
        List<Callable<Claiming>> wishes = IntStream.range(0, 50)
                .<Callable<Claiming>>mapToObj(at -> () -> coupons.claim(people.get(at % 25), batch, Ids.next()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int claimed = 0;
            for (Future<Claiming> told : threads.invokeAll(wishes)) {
                claimed += told.get() instanceof Claiming.Claimed ? 1 : 0;
            }
            assertThat(claimed).isEqualTo(10);
        }
        assertThat(batches.byId(batch)).get().satisfies(made -> {
            assertThat(made.leftFen()).isZero();
        });
        assertThat(batches.counts(Set.of(batch, nobodys)))
                .isEqualTo(Map.of(batch, new Batch.Counts(10, 0, 0), nobodys, Batch.Counts.NONE));
        assertThat(people)
                .allSatisfy(person -> assertThat(coupons.ofMember(person)).hasSizeLessThan(2));
        assertThat(coupons.claim(Ids.next(), batch, Ids.next())).isInstanceOf(Claiming.UsedUp.class);
    }

    @Test
    void in_a_rush_of_two_thousand_for_fifty_exactly_fifty_get_one_each() throws Exception {
        UUID batch = batch(50 * FACE, 1);
        List<UUID> people = IntStream.range(0, 200).mapToObj(at -> Ids.next()).toList();
        List<Callable<Claiming>> wishes = IntStream.range(0, 2_000)
                .<Callable<Claiming>>mapToObj(at -> () -> coupons.claim(people.get(at % 200), batch, Ids.next()))
                .toList();
        int claimed = 0;
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (Future<Claiming> told : threads.invokeAll(wishes)) {
                claimed += told.get() instanceof Claiming.Claimed ? 1 : 0;
            }
        }
        assertThat(claimed).isEqualTo(50);
        assertThat(batches.byId(batch).orElseThrow().leftFen()).isZero();
    }

    @Test
    void one_browser_claims_no_more_than_it_may_whoever_sits_before_it() {
        UUID batch = made(new NewBatch(
                terms(CouponKind.ANY), new Giving(Giving.Way.RUSH, 0, 2, null), 9 * FACE, 1, Set.of(), Ids.next()));
        UUID browser = Ids.next();
        assertThat(coupons.claim(member, batch, Ids.next(), browser)).isInstanceOf(Claiming.Claimed.class);
        assertThat(coupons.claim(Ids.next(), batch, Ids.next(), browser)).isInstanceOf(Claiming.Claimed.class);
        assertThat(coupons.claim(Ids.next(), batch, Ids.next(), browser)).isEqualTo(new Claiming.DeviceHasAll(2));
        assertThat(coupons.claim(Ids.next(), batch, Ids.next(), Ids.next())).isInstanceOf(Claiming.Claimed.class);
    }

    @Test
    void what_used_coupons_took_off_is_added_up() {
        UUID coupon = claimed(batch(FACE, 1));
        UUID purchase = Ids.next();
        coupons.freeze(member, purchase, Map.of(coupon, 900L));
        assertThat(coupons.savedFen(member)).isZero();
        coupons.use(purchase);
        assertThat(coupons.savedFen(member)).isEqualTo(900);
        coupons.giveBack(purchase, Set.of(coupon));
        assertThat(coupons.savedFen(member)).isZero();
    }

    @Test
    void a_wish_sent_twice_is_one_coupon_and_more_than_allowed_is_said() {
        UUID batch = batch(10 * FACE, 2);
        UUID wish = Ids.next();
        assertThat(coupons.claim(member, batch, wish)).isEqualTo(new Claiming.Claimed(wish));
        assertThat(coupons.claim(member, batch, wish)).isEqualTo(new Claiming.Claimed(wish));
        assertThat(coupons.claim(Ids.next(), batch, wish)).isInstanceOf(Claiming.NotOpen.class);
        assertThat(coupons.ofMember(member)).hasSize(1);
        assertThat(coupons.claim(member, batch, Ids.next())).isInstanceOf(Claiming.Claimed.class);
        assertThat(coupons.claim(member, batch, Ids.next())).isEqualTo(new Claiming.HasAll(2));
        assertThat(coupons.offered(member))
                .noneMatch(offer -> offer.terms().batchId().equals(batch));
    }

    @Test
    void only_those_it_is_for_and_only_in_its_time() {
        UUID given = made(new NewBatch(terms(CouponKind.PEOPLE), FACE, 1, Set.of(member), Ids.next()));
        assertThat(coupons.claim(Ids.next(), given, Ids.next())).isInstanceOf(Claiming.NotForYou.class);
        assertThat(coupons.offered(member))
                .anyMatch(offer -> offer.terms().batchId().equals(given));
        UUID stopped = batch(FACE, 1);
        batches.stop(stopped, Ids.next());
        assertThat(coupons.claim(member, stopped, Ids.next())).isInstanceOf(Claiming.NotOpen.class);
        UUID over = batch(FACE, 1);
        clock.shift(Duration.ofDays(2));
        assertThat(coupons.claim(member, over, Ids.next())).isInstanceOf(Claiming.NotOpen.class);
        assertThat(coupons.claim(member, Ids.next(), Ids.next())).isInstanceOf(Claiming.NotOpen.class);
    }

    @Test
    void each_step_is_taken_once_and_in_order() {
        UUID coupon = claimed(batch(FACE, 1));
        UUID purchase = Ids.next();
        assertThat(coupons.freeze(Ids.next(), purchase, Map.of(coupon, 900L))).isFalse();
        assertThat(coupons.freeze(member, purchase, Map.of(coupon, 900L))).isTrue();
        assertThat(coupons.freeze(member, Ids.next(), Map.of(coupon, 900L))).isFalse();
        coupons.thaw(List.of(purchase));
        coupons.thaw(List.of(purchase));
        assertThat(standing()).isEqualTo(Coupon.Standing.USABLE);
        coupons.use(purchase);
        assertThat(standing()).isEqualTo(Coupon.Standing.USABLE);
        UUID next = Ids.next();
        coupons.freeze(member, next, Map.of(coupon, 900L));
        coupons.use(next);
        coupons.use(next);
        coupons.thaw(List.of(next));
        assertThat(standing()).isEqualTo(Coupon.Standing.USED);
        coupons.giveBack(purchase, Set.of(coupon));
        assertThat(standing()).isEqualTo(Coupon.Standing.USED);
        coupons.giveBack(next, Set.of(coupon));
        coupons.giveBack(next, Set.of(coupon));
        assertThat(standing()).isEqualTo(Coupon.Standing.USABLE);
        clock.shift(Duration.ofDays(2));
        assertThat(standing()).isEqualTo(Coupon.Standing.LAPSED);
        assertThat(coupons.freeze(member, Ids.next(), Map.of(coupon, 900L))).isFalse();
        assertThat(coupons.usable(member)).isEmpty();
    }

    @Test
    void the_database_refuses_what_the_door_never_asks() {
        UUID batch = batch(FACE, 1);
        UUID coupon = claimed(batch);
        refuses(
                "coupon_steps",
                "update marketplace.coupon set state = 'USED', used_at = now(), "
                        + "purchase_id = gen_random_uuid() where id = ?",
                coupon);
        refuses(
                "coupon_batch_budget",
                "insert into marketplace.coupon (id, batch_id, member_id, ordinal) "
                        + "values (gen_random_uuid(), ?, gen_random_uuid(), 1)",
                batch);
        UUID large = batch(9 * FACE, 1);
        refuses(
                "one more coupon",
                "insert into marketplace.coupon (id, batch_id, member_id, ordinal) "
                        + "values (gen_random_uuid(), ?, gen_random_uuid(), 2)",
                large);
        refuses("permission denied", "delete from marketplace.coupon where id = ?", coupon);
        refuses("permission denied", "update marketplace.coupon_batch set budget_fen = 1 where id = ?", batch);
    }

    private void refuses(String why, String sql, UUID id) {
        assertThatThrownBy(() -> transactions.executeWrite(
                        status -> jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
                            statement.setObject(1, id);
                            return statement.executeUpdate();
                        })))
                .as(sql)
                .rootCause()
                .hasMessageContaining(why);
    }

    private Coupon.Standing standing() {
        return coupons.ofMember(member).getFirst().standing();
    }

    private UUID claimed(UUID batch) {
        return ((Claiming.Claimed) coupons.claim(member, batch, Ids.next())).couponId();
    }

    private UUID batch(long budget, int perPerson) {
        return made(new NewBatch(terms(CouponKind.ANY), budget, perPerson, Set.of(), Ids.next()));
    }

    private UUID made(NewBatch batch) {
        assertThat(batches.make(batch)).isTrue();
        assertThat(batches.make(batch)).isFalse();
        return batch.terms().batchId();
    }

    private CouponTerms terms(CouponKind kind) {
        var from = clock.now().minusSeconds(1);
        return new CouponTerms(
                Ids.next(),
                kind,
                "新人券",
                "Newcomers",
                FACE,
                0,
                50,
                CostShare.ofPlatform(),
                from,
                from.plus(Duration.ofDays(1)),
                Set.of());
    }
}
