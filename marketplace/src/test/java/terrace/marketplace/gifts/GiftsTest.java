package terrace.marketplace.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.Claiming;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponBatches;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class GiftsTest {
    private static final int FACE = 500;

    @Inject
    Gifts gifts;

    @Inject
    Codes codes;

    @Inject
    Coupons coupons;

    @Inject
    CouponBatches batches;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void the_pack_is_for_those_who_are_new_and_once() {
        UUID first = batch(Giving.of(Giving.Way.NEWCOMER), 10);
        UUID second = batch(Giving.of(Giving.Way.NEWCOMER), 10);
        UUID member = member();
        assertThat(gifts.pack(member))
                .extracting(batch -> batch.terms().batchId())
                .contains(first, second);
        assertThat(coupons.claim(member, first, Ids.next())).as("not by itself").isInstanceOf(Claiming.NotOpen.class);
        assertThat(gifts.takePack(member, null)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(gifts.takePack(member, null)).isEmpty();
        assertThat(gifts.pack(Ids.next())).as("nobody we know").isEmpty();
        UUID late = member();
        clock.shift(Duration.ofDays(Gifts.NEW_DAYS + 1));
        assertThat(gifts.pack(late)).isEmpty();
    }

    @Test
    void a_browser_that_has_had_its_pack_gives_none_to_the_next_person() {
        UUID batch = batch(new Giving(Giving.Way.NEWCOMER, 0, 1, null), 10);
        UUID browser = Ids.next();
        UUID first = member();
        UUID second = member();
        gifts.takePack(first, browser);
        gifts.takePack(second, browser);
        assertThat(held(first, batch)).isEqualTo(1);
        assertThat(held(second, batch)).isZero();
        gifts.takePack(second, Ids.next());
        assertThat(held(second, batch)).isEqualTo(1);
    }

    @Test
    void days_in_a_row_are_counted_once_a_day_and_bring_what_was_promised() {
        UUID third = batch(new Giving(Giving.Way.SIGN_IN, 3, null, null), 10);
        UUID member = member();
        assertThat(gifts.come(member, null).streak()).isEqualTo(1);
        assertThat(gifts.come(member, null)).isEqualTo(new SignedIn(1, List.of()));
        clock.shift(Duration.ofDays(1));
        assertThat(gifts.streak(member)).isEqualTo(1);
        assertThat(gifts.cameToday(member)).isFalse();
        assertThat(gifts.come(member, null).streak()).isEqualTo(2);
        assertThat(held(member, third)).isZero();
        clock.shift(Duration.ofDays(2));
        assertThat(gifts.come(member, null).streak()).isEqualTo(3);
        assertThat(held(member, third)).isEqualTo(1);
        clock.shift(Duration.ofDays(4));
        assertThat(gifts.streak(member)).isZero();
        assertThat(gifts.come(member, null).streak()).isEqualTo(1);
        assertThat(held(member, third)).isEqualTo(1);
    }

    @Test
    void a_shared_code_is_for_each_once_and_a_single_one_for_one() {
        UUID batch = batch(Giving.of(Giving.Way.CODE), 10);
        String shared = "RICE" + UUID.randomUUID().toString().substring(0, 6);
        assertThat(codes.share(batch, shared, Ids.next())).isTrue();
        assertThat(codes.share(batch, shared, Ids.next())).isFalse();
        UUID member = member();
        Redeeming once = codes.redeem(member, " " + shared.toLowerCase(Locale.ROOT), address(), null);
        assertThat(once).isInstanceOf(Redeeming.Redeemed.class);
        assertThat(codes.redeem(member, shared, address(), null)).isEqualTo(once);
        assertThat(codes.redeem(member(), shared, address(), null)).isInstanceOf(Redeeming.Redeemed.class);
        String single = codes.singles(batch, 2, Ids.next()).getFirst();
        assertThat(codes.redeem(member, single, address(), null))
                .as("one for a person")
                .isEqualTo(new Redeeming.Refused(new Claiming.HasAll(1)));
        UUID other = member();
        Redeeming used = codes.redeem(other, single, address(), null);
        assertThat(used).isInstanceOf(Redeeming.Redeemed.class);
        assertThat(codes.redeem(other, single, address(), null)).isEqualTo(used);
        assertThat(codes.redeem(member(), single, address(), null)).isEqualTo(new Redeeming.Used());
    }

    @Test
    void a_single_code_tried_by_many_at_once_is_one_coupon_and_guessing_ends() throws Exception {
        UUID batch = batch(Giving.of(Giving.Way.CODE), 10);
        String single = codes.singles(batch, 1, Ids.next()).getFirst();
        List<Callable<Redeeming>> tries = IntStream.range(0, 8)
                .<Callable<Redeeming>>mapToObj(at -> () -> codes.redeem(Ids.next(), single, address(), null))
                .toList();
        int redeemed = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Redeeming> told : threads.invokeAll(tries)) {
                redeemed += told.get() instanceof Redeeming.Redeemed ? 1 : 0;
            }
        }
        assertThat(redeemed).isEqualTo(1);
        UUID guesser = member();
        String from = address();
        for (int at = 0; at < 10; at++) {
            assertThat(codes.redeem(guesser, "NOSUCHCODE" + at, from, null)).isEqualTo(new Redeeming.Unknown());
        }
        assertThat(codes.redeem(guesser, "NOSUCHCODE", from, null)).isInstanceOf(Redeeming.TooMany.class);
    }

    private long held(UUID member, UUID batch) {
        return coupons.ofMember(member).stream()
                .filter(coupon -> coupon.terms().batchId().equals(batch))
                .count();
    }

    private UUID batch(Giving giving, int count) {
        var from = clock.now().minusSeconds(1);
        CouponTerms terms = new CouponTerms(
                Ids.next(),
                CouponKind.ANY,
                "礼券",
                "Gift",
                FACE,
                0,
                50,
                CostShare.ofPlatform(),
                from,
                from.plus(Duration.ofDays(60)),
                Set.of());
        assertThat(batches.make(new NewBatch(terms, giving, (long) count * FACE, 1, Set.of(), Ids.next())))
                .isTrue();
        return terms.batchId();
    }

    private UUID member() {
        String name = UUID.randomUUID() + "@gifts.example";
        return ((Registration.Registered) accounts.create(name, "rain-on-terraces", "某人", Set.of(Role.MEMBER)))
                .account()
                .id();
    }

    private static String address() {
        return UUID.randomUUID().toString();
    }
}
