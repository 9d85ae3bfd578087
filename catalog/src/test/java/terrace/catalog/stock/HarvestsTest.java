package terrace.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.lots.Lots;
import terrace.catalog.lots.Recording;
import terrace.catalog.stock.Expecting.Fault;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class HarvestsTest {
    private static final UUID CLERK = Ids.next();

    @Inject
    Harvests harvests;

    @Inject
    Stock stock;

    @Inject
    Lots lots;

    @Inject
    Listings listings;

    @Inject
    SampleGoods goods;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private UUID listingId = Ids.next();
    private UUID merchant = Ids.next();
    private UUID sku = Ids.next();
    private LocalDate day = LocalDate.EPOCH;
    private Instant until = Instant.EPOCH;

    @BeforeEach
    void sow() {
        Listing listing = goods.published(6250);
        listingId = listing.id();
        merchant = listing.merchantId();
        sku = listing.skus().getFirst().id();
        day = clock.today().plusDays(40);
        until = clock.now().plusSeconds(900);
    }

    @Test
    void a_part_of_what_is_expected_is_sold_early_and_the_day_is_told() {
        assertThat(inStock()).isFalse();
        Harvest harvest = expected(100, 80);
        assertThat(harvest.quota()).isEqualTo(80);
        assertThat(inStock()).isTrue();
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, new Offer(80, day));
        assertThat(early(80)).isInstanceOf(Holding.Held.class);
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, Offer.NONE);
        assertThat(inStock()).isFalse();
        assertThat(early(1)).isEqualTo(new Holding.Lacking(sku, 0));
    }

    @Test
    void nobody_buys_early_who_was_not_told_so() {
        expected(100, 80);
        assertThat(stock.hold(Ids.next(), Map.of(sku, 1L), until)).isEqualTo(new Holding.Lacking(sku, 0));
        assertThat(stock.hold(Ids.next(), Map.of(sku, 1L), Map.of(sku, day.plusDays(1)), until))
                .isEqualTo(new Holding.Lacking(sku, 0));
        stock.receive(sku, 5, "");
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, new Offer(5, null));
        assertThat(stock.hold(Ids.next(), Map.of(sku, 5L), until)).isInstanceOf(Holding.Held.class);
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, new Offer(80, day));
    }

    @Test
    void what_nobody_paid_for_is_in_the_quota_again_and_late_money_takes_it_back() {
        expected(10, 50);
        UUID purchase = Ids.next();
        stock.hold(purchase, Map.of(sku, 5L), Map.of(sku, day), until);
        stock.release(purchase);
        stock.release(purchase);
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, new Offer(5, day));
        assertThat(inStock()).isTrue();
        assertThat(stock.take(purchase)).isInstanceOf(Taking.Taken.class);
        assertThat(stock.take(purchase)).isInstanceOf(Taking.Taken.class);
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, Offer.NONE);
    }

    @Test
    void when_it_comes_those_who_bought_early_are_served_first() {
        Harvest harvest = expected(100, 80);
        bought(30);
        UUID entry = Ids.next();
        harvests.arrive(merchant, harvest.id(), came(entry, 90), CLERK);
        harvests.arrive(merchant, harvest.id(), came(entry, 90), CLERK);
        Harvest come = harvests.ofMerchant(merchant, 1).getFirst();
        assertThat(come.open()).isFalse();
        assertThat(come.promised()).isEqualTo(30);
        assertThat(come.missing()).isZero();
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, new Offer(60, null));
        assertThat(stock.movements(sku, 10)).extracting(Movement::quantity).containsExactly(-30L, 90L);
    }

    @Test
    void what_is_missing_is_known_before_it_is_a_refund_and_served_when_more_comes() {
        Harvest harvest = expected(100, 80);
        bought(60);
        assertThat(((Expecting.Expected)
                                harvests.change(merchant, harvest.id(), 50, 80).orElseThrow())
                        .harvest())
                .satisfies(less -> {
                    assertThat(less.quota()).isEqualTo(60);
                    assertThat(less.missing()).isEqualTo(10);
                });
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, Offer.NONE);
        harvests.arrive(merchant, harvest.id(), came(Ids.next(), 45), CLERK);
        assertThat(harvests.ofMerchant(merchant, 1).getFirst().missing()).isEqualTo(15);
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, Offer.NONE);
        harvests.arrive(merchant, harvest.id(), came(Ids.next(), 20), CLERK);
        assertThat(harvests.ofMerchant(merchant, 1).getFirst().missing()).isZero();
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, new Offer(5, null));
        assertThat(harvests.change(merchant, harvest.id(), 50, 80)).contains(new Expecting.Over());
    }

    @Test
    void what_comes_is_a_lot_with_a_passport_and_once() {
        Harvest harvest = expected(100, 80);
        Arrival arrival = new Arrival(Ids.next(), 90, clock.today(), "甲寅村");
        harvests.arrive(merchant, harvest.id(), arrival, CLERK);
        harvests.arrive(merchant, harvest.id(), arrival, CLERK);
        Listing listing =
                Objects.requireNonNull(listings.byIds(Set.of(listingId)).get(listingId));
        assertThat(lots.ofMerchant(merchant, null, 10).items()).singleElement().satisfies(lot -> {
            assertThat(lot.id()).isEqualTo(arrival.id());
            assertThat(lot.listingId()).isEqualTo(listingId);
            assertThat(lot.village()).isEqualTo("甲寅村");
            assertThat(lot.countyCode()).isEqualTo(listing.countyCode());
            assertThat(lot.harvestedOn()).isEqualTo(clock.today());
            assertThat(lot.grams()).isEqualTo(90 * listing.skus().getFirst().grams());
            assertThat(lots.byCode(lot.code())).contains(lot);
        });
    }

    @Test
    void a_harvest_sent_twice_at_once_is_counted_once_and_one_lot() throws Exception {
        Harvest harvest = expected(100, 80);
        Arrival arrival = came(Ids.next(), 90);
        Callable<Object> press = () -> harvests.arrive(merchant, harvest.id(), arrival, CLERK);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> future : threads.invokeAll(List.of(press, press, press))) {
                future.get();
            }
        }
        assertThat(stock.movements(sku, 10)).extracting(Movement::quantity).containsExactly(90L);
        assertThat(lots.ofMerchant(merchant, null, 10).items()).hasSize(1);
    }

    @Test
    void a_lot_that_cannot_be_enters_nothing_and_no_harvest_makes_no_lot() {
        Harvest harvest = expected(100, 80);
        Arrival tomorrow = new Arrival(Ids.next(), 90, clock.today().plusDays(1), "");
        assertThat(harvests.arrive(merchant, harvest.id(), tomorrow, CLERK))
                .contains(new Expecting.LotRefused(Set.of(Recording.Fault.HARVEST_DAY)));
        assertThat(harvests.ofMerchant(merchant, 1)).containsExactly(harvest);
        assertThat(stock.movements(sku, 10)).isEmpty();
        harvests.arrive(merchant, harvest.id(), came(Ids.next(), 0), CLERK);
        assertThat(harvests.ofMerchant(merchant, 1).getFirst().open()).isFalse();
        assertThat(lots.ofMerchant(merchant, null, 10).items()).isEmpty();
    }

    @Test
    void while_somebody_pays_it_is_not_counted_and_nothing_more_is_sold_early() {
        Harvest harvest = expected(100, 80);
        UUID purchase = Ids.next();
        stock.hold(purchase, Map.of(sku, 3L), Map.of(sku, day), until);
        assertThat(harvests.arrive(merchant, harvest.id(), came(Ids.next(), 90), CLERK))
                .contains(new Expecting.StillPaying(3));
        assertThat(early(1)).isEqualTo(new Holding.Lacking(sku, 0));
        stock.take(purchase);
        harvests.arrive(merchant, harvest.id(), came(Ids.next(), 90), CLERK);
        assertThat(stock.offers(Set.of(sku))).containsEntry(sku, new Offer(87, null));
    }

    @Test
    void stated_twice_it_is_one_and_a_second_waits_for_the_first() {
        NewHarvest stated = new NewHarvest(Ids.next(), listingId, sku, day, 10, 80);
        assertThat(harvests.expect(merchant, stated, CLERK)).isEqualTo(harvests.expect(merchant, stated, CLERK));
        NewHarvest second = new NewHarvest(Ids.next(), listingId, sku, day, 10, 80);
        assertThat(harvests.expect(merchant, second, CLERK)).contains(new Expecting.AnotherOpen());
    }

    @Test
    void what_cannot_be_is_refused_and_somebody_elses_is_not_there() {
        NewHarvest wrong = new NewHarvest(Ids.next(), listingId, sku, clock.today(), 0, 81);
        assertThat(harvests.expect(merchant, wrong, CLERK))
                .contains(new Expecting.Refused(Set.of(Fault.DAY, Fault.QUANTITY, Fault.PERCENT)));
        NewHarvest fine = new NewHarvest(Ids.next(), listingId, sku, day, 10, 80);
        assertThat(harvests.expect(Ids.next(), fine, CLERK)).isEmpty();
        Harvest harvest = expected(10, 80);
        assertThat(harvests.change(Ids.next(), harvest.id(), 10, 10)).isEmpty();
        assertThat(harvests.arrive(Ids.next(), harvest.id(), came(Ids.next(), 10), CLERK))
                .isEmpty();
    }

    @Test
    void of_a_quota_of_forty_exactly_forty_are_sold_however_many_come_at_once() throws Exception {
        expected(50, 80);
        List<Callable<Holding>> race = new ArrayList<>();
        for (int buyer = 0; buyer < 200; buyer++) {
            race.add(() -> {
                UUID purchase = Ids.next();
                Holding holding = stock.hold(purchase, Map.of(sku, 1L), Map.of(sku, day), until);
                if (holding instanceof Holding.Held) {
                    stock.take(purchase);
                }
                return holding;
            });
        }
        int held = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Holding> future : threads.invokeAll(race)) {
                held += future.get() instanceof Holding.Held ? 1 : 0;
            }
        }
        assertThat(held).isEqualTo(40);
        assertThat(harvests.ofMerchant(merchant, 1).getFirst().promised()).isEqualTo(40);
    }

    @Test
    void the_database_itself_refuses_to_promise_above_the_quota() {
        expected(50, 80);
        assertThatThrownBy(() -> transactions.executeWrite(status ->
                        jdbc.prepareStatement("update catalog.stock set promised = 41 where sku_id = ?", statement -> {
                            statement.setObject(1, sku);
                            return statement.executeUpdate();
                        })))
                .hasMessageContaining("stock_never_promises_above_quota");
    }

    private Harvest expected(long pieces, int percent) {
        NewHarvest stated = new NewHarvest(Ids.next(), listingId, sku, day, pieces, percent);
        return ((Expecting.Expected) harvests.expect(merchant, stated, CLERK).orElseThrow()).harvest();
    }

    private Arrival came(UUID id, long pieces) {
        return new Arrival(id, pieces, clock.today(), "");
    }

    private Holding early(long pieces) {
        return stock.hold(Ids.next(), Map.of(sku, pieces), Map.of(sku, day), until);
    }

    private void bought(long pieces) {
        UUID purchase = Ids.next();
        stock.hold(purchase, Map.of(sku, pieces), Map.of(sku, day), until);
        stock.take(purchase);
    }

    private boolean inStock() {
        Listing listing = listings.byIds(Set.of(listingId)).get(listingId);
        return listing != null && listing.card().inStock();
    }
}
