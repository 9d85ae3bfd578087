package terrace.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.flashsales.FlashOffer;
import terrace.catalog.stock.StockCheck;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.FlashStall;
import terrace.orders.bazaar.Shopping;

/**
 * Very many at one SKU of a flash sale, while others buy other goods. {@code mvn -q -Prush -Drush.units=1000
 * -Drush.members=20000} does it in earnest and prints a table.
 */
@MicronautTest(transactional = false)
@Property(name = "terrace.clock.may-be-shifted", value = "true")
class RushTest {
    private static final int UNITS = Integer.getInteger("terrace.rush.units", 15);
    private static final int MEMBERS = Integer.getInteger("terrace.rush.members", 120);
    private static final boolean EARNEST = System.getProperty("terrace.rush.members") != null;
    /** The compiler is busy with the first ones. */
    private static final int WARM_UPS = 3;

    private static final int WARM_UP_UNITS = 600;
    private static final int WARM_UP_MEMBERS = 6_000;
    private static final int BESIDE = 3;
    private static final int QUIET = EARNEST ? 1_500 : 10;
    private static final int BATCH = 1_000;
    private static final int TRIES_MAX = 200;
    private static final long BREATH_MILLIS = 100;
    private static final double MILLIS = 1e6;

    @Inject
    Checkout checkout;

    @Inject
    StockCheck check;

    @Inject
    Bazaar bazaar;

    @Inject
    FlashStall stall;

    @Inject
    Shopping shopping;

    @Inject
    Clock clock;

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void exactly_as_many_as_there_are_get_one_each_and_others_buy_beside_them() {
        for (int number = 0; EARNEST && number < WARM_UPS; number++) {
            rush(WARM_UP_UNITS, WARM_UP_MEMBERS);
        }
        Rush rush = rush(UNITS, MEMBERS);
        if (EARNEST) {
            print(rush);
        }
        assertThat(rush.loud()).isNotEmpty();
        assertThat(check.drift(false).skus()).isZero();
    }

    /** How a rush went; times in nanoseconds. */
    private record Rush(
            List<Class<?>> outcomes,
            List<Long> won,
            long took,
            int crowded,
            long oversold,
            List<Long> quiet,
            List<Long> loud) {}

    private Rush rush(int units, int people) {
        clock.shift(Duration.ZERO);
        UUID merchant = bazaar.merchant();
        Goods rice = bazaar.goods(merchant, bazaar.tariff(merchant, 0, 0), 10_000, 500, units);
        Goods tea = bazaar.goods(merchant, bazaar.tariff(merchant, 0, 0), 1_000, 500, 1_000_000);
        FlashOffer offer = stall.open(merchant, rice, 8_000, units);
        List<Member> members = crowd(rice.skuId(), people);
        List<Member> others = new ArrayList<>();
        for (int number = 0; number < BESIDE; number++) {
            others.add(bazaar.member());
        }
        List<Long> quiet = quiet(others, tea);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger crowded = new AtomicInteger();
        List<Long> won = Collections.synchronizedList(new ArrayList<>());
        List<Callable<Class<?>>> rush = new ArrayList<>();
        long begun = System.nanoTime();
        for (Member member : members) {
            rush.add(() -> {
                Placement placement = buy(member, rice, crowded);
                if (placement instanceof Placement.Placed) {
                    won.add(System.nanoTime() - begun);
                }
                return placement.getClass();
            });
        }
        List<List<Long>> loud = new ArrayList<>();
        Thread shop = Thread.ofVirtual()
                .start(() -> loud.add(beside(others, tea, new AtomicInteger(Integer.MAX_VALUE), over)));
        List<Class<?>> outcomes = Bazaar.atOnce(rush);
        long took = System.nanoTime() - begun;
        over.set(true);
        join(shop);
        assertOneEach(outcomes, offer, rice, units);
        long oversold =
                bazaar.number("select count(*) - ? from orders.order_line where sku_id = ?", units, rice.skuId());
        return new Rush(outcomes, won, took, crowded.get(), oversold, quiet, loud.getFirst());
    }

    private void assertOneEach(List<Class<?>> outcomes, FlashOffer offer, Goods rice, int units) {
        assertThat(outcomes).filteredOn(Placement.Placed.class::equals).hasSize(units);
        assertThat(bazaar.number("select held from catalog.stock_bucket where id = ?", offer.id()))
                .isEqualTo(units);
        assertThat(bazaar.number(
                        "select count(*) from catalog.stock_bucket_taker where bucket_id = ? and quantity = 1",
                        offer.id()))
                .isEqualTo(units);
        assertThat(bazaar.number("select count(*) from orders.order_line where sku_id = ?", rice.skuId()))
                .isEqualTo(units);
    }

    /** Who finds the way in too crowded tries again, as a person does. */
    private Placement buy(Member member, Goods goods, AtomicInteger crowded) {
        PlaceOrder wish = new PlaceOrder(Ids.next(), member.id(), member.addressId(), Set.of(goods.skuId()), 8_000);
        for (int attempt = 0; ; attempt++) {
            Placement placement = checkout.place(wish);
            if (!(placement instanceof Placement.Crowded) || attempt == TRIES_MAX) {
                return placement;
            }
            crowded.incrementAndGet();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BREATH_MILLIS));
        }
    }

    /** Before the rush, which takes a third of a second: no collection of what was before shall fall into it. */
    private List<Long> quiet(List<Member> others, Goods tea) {
        List<Long> quiet = beside(others, tea, new AtomicInteger(QUIET), new AtomicBoolean());
        if (EARNEST) {
            System.gc();
        }
        return quiet;
    }

    /** Buys other goods until it is over; says how long each took. */
    private List<Long> beside(List<Member> others, Goods goods, AtomicInteger left, AtomicBoolean over) {
        List<Callable<List<Long>>> loops = new ArrayList<>();
        for (Member other : others) {
            loops.add(() -> {
                List<Long> took = new ArrayList<>();
                while (!over.get() && left.getAndDecrement() > 0) {
                    PlaceOrder form = shopping.form(other, Map.of(goods, 1));
                    long begun = System.nanoTime();
                    assertThat(checkout.place(form)).isInstanceOf(Placement.Placed.class);
                    took.add(System.nanoTime() - begun);
                }
                return took;
            });
        }
        return Bazaar.atOnce(loops).stream().flatMap(List::stream).sorted().toList();
    }

    /** Members who have it in their carts. */
    private List<Member> crowd(UUID skuId, int people) {
        Member first = bazaar.member();
        List<Member> members = new ArrayList<>();
        for (int number = 0; number < people; number++) {
            members.add(new Member(Ids.next(), Ids.next()));
        }
        for (int from = 0; from < people; from += BATCH) {
            List<Member> part = members.subList(from, Math.min(people, from + BATCH));
            String ids = array(part.stream().map(Member::id));
            String addresses = array(part.stream().map(Member::addressId));
            bazaar.change("""
                    insert into marketplace.account (id, sign_in_name, sign_in_index, name, roles, password_hash)
                    select i, sign_in_name, uuid_send(i), name, roles, password_hash
                    from marketplace.account, unnest(?::text::uuid[]) i where id = ?
                    """, ids, first.id());
            bazaar.change("""
                    insert into marketplace.address (id, member_id, recipient, phone, county_code, street, preferred)
                    select i.a, i.m, recipient, phone, county_code, street, true
                    from marketplace.address, unnest(?::text::uuid[], ?::text::uuid[]) i (a, m) where id = ?
                    """, addresses, ids, first.addressId());
            bazaar.change("""
                    insert into orders.cart_line (owner, sku_id, quantity, seen_fen)
                    select i, ?, 1, 8000 from unnest(?::text::uuid[]) i
                    """, skuId, ids);
        }
        return members;
    }

    /** In PostgreSQL's own spelling. */
    private static String array(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(Rush rush) {
        Map<String, Long> counts = new TreeMap<>();
        rush.outcomes().forEach(outcome -> counts.merge(outcome.getSimpleName(), 1L, Long::sum));
        long last = rush.won().stream().mapToLong(Long::longValue).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                """
                | one SKU of a flash sale, at the door | | mark |
                |---|---|---|
                | units, members | %,d, %,d | |
                | outcomes | %s | |
                | last unit sold after | %.0f ms | ≤ 1,000 ms |
                | won orders | %,.0f/s | ≥ 3,000/s |
                | oversold | %d | 0 |
                | everybody answered after | %,.0f ms | |
                | sent away for the crowd, tried again | %,d | |
                | other checkouts, p50 and p95, before | %.1f ms, %.1f ms (%,d) | |
                | other checkouts, p50 and p95, meanwhile | %.1f ms, %.1f ms (%,d) | p95 +30 %% |
                """,
                UNITS,
                MEMBERS,
                counts,
                last / MILLIS,
                rush.won().size() / (last / 1e9),
                rush.oversold(),
                rush.took() / MILLIS,
                rush.crowded(),
                at(rush.quiet(), 50),
                at(rush.quiet(), 95),
                rush.quiet().size(),
                at(rush.loud(), 50),
                at(rush.loud(), 95),
                rush.loud().size());
    }

    private static double at(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100) / MILLIS;
    }
}
