package terrace.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.HearChangedListings;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.stock.Movement.Kind;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class StockTest {
    @Inject
    Stock stock;

    @Inject
    Listings listings;

    @Inject
    SampleGoods goods;

    @Inject
    Clock clock;

    @Inject
    EventWorker worker;

    @Inject
    HearChangedListings heard;

    UUID sku = Ids.next();

    @Inject
    TransactionOperations<Connection> transactions;

    @BeforeEach
    void ten() {
        sku = goods.sku();
        stock.receive(sku, 10, "新米入库");
    }

    @Test
    void held_goods_cannot_be_bought_by_others() {
        assertThat(hold(Ids.next(), 7)).isEqualTo(new Holding.Held());
        assertThat(available()).isEqualTo(3);
        assertThat(hold(Ids.next(), 4)).isEqualTo(new Holding.Lacking(sku, 3));
        assertThat(available()).isEqualTo(3);
    }

    @Test
    void a_purchase_gets_all_of_its_goods_or_none() {
        UUID other = goods.sku();
        stock.receive(other, 1, "");
        UUID purchase = Ids.next();
        assertThat(stock.hold(purchase, Map.of(sku, 1L, other, 2L), soon())).isEqualTo(new Holding.Lacking(other, 1));
        assertThat(stock.onSale(Set.of(sku, other))).containsEntry(sku, 10L).containsEntry(other, 1L);
        assertThat(stock.hold(purchase, Map.of(sku, 1L, other, 1L), soon())).isEqualTo(new Holding.Held());
    }

    @Test
    void of_many_at_once_who_comes_first_gets_theirs_and_nobody_until_the_late_are_gone() {
        SequencedMap<UUID, Wish> wishes = new LinkedHashMap<>();
        UUID late = Ids.next();
        UUID small = Ids.next();
        wishes.put(Ids.next(), wish(7));
        wishes.put(late, wish(4));
        wishes.put(small, wish(3));
        transactions.executeWrite(status -> {
            assertThat(stock.holdAll(wishes, soon())).isEqualTo(Map.of(late, new Holding.Lacking(sku, 3)));
            status.setRollbackOnly();
            return true;
        });
        assertThat(available()).isEqualTo(10);
        wishes.remove(late);
        assertThat(stock.holdAll(wishes, soon())).isEmpty();
        assertThat(available()).isZero();
        stock.release(small);
        assertThat(available()).isEqualTo(3);
    }

    private Wish wish(long quantity) {
        return new Wish(Map.of(sku, quantity), Map.of(), Map.of(), null);
    }

    @Test
    void a_sku_that_never_had_stock_has_none() {
        UUID never = goods.sku();
        assertThat(stock.onSale(Set.of(never))).containsEntry(never, 0L);
        assertThat(stock.hold(Ids.next(), Map.of(never, 1L), soon())).isEqualTo(new Holding.Lacking(never, 0));
    }

    @Test
    void asking_twice_for_the_same_purchase_holds_once() {
        UUID purchase = Ids.next();
        assertThat(hold(purchase, 4)).isEqualTo(hold(purchase, 4));
        assertThat(available()).isEqualTo(6);
    }

    @Test
    void goods_that_are_paid_twice_leave_once() {
        UUID purchase = Ids.next();
        hold(purchase, 4);
        assertThat(stock.take(purchase)).isEqualTo(new Taking.Taken());
        assertThat(stock.take(purchase)).isEqualTo(new Taking.Taken());
        stock.release(purchase);
        assertThat(available()).isEqualTo(6);
        assertThat(stock.movements(sku, 10))
                .extracting(Movement::kind, Movement::quantity, Movement::reference)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Kind.OUT, -4L, purchase.toString()),
                        org.assertj.core.api.Assertions.tuple(Kind.IN, 10L, ""));
    }

    @Test
    void goods_that_are_released_twice_come_back_once() {
        UUID purchase = Ids.next();
        hold(purchase, 4);
        stock.release(purchase);
        stock.release(purchase);
        assertThat(available()).isEqualTo(10);
        assertThatThrownBy(() -> hold(purchase, 4)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_hold_that_is_over_is_released_once() {
        UUID purchase = Ids.next();
        stock.hold(purchase, Map.of(sku, 4L), clock.now().minusSeconds(1));
        assertThat(stock.expireDue(1000)).isEqualTo(1);
        assertThat(stock.expireDue(1000)).isZero();
        assertThat(available()).isEqualTo(10);
    }

    @Test
    void a_hold_lasts_until_its_time() {
        hold(Ids.next(), 4);
        stock.expireDue(1000);
        assertThat(available()).isEqualTo(6);
    }

    @Test
    void money_that_comes_late_takes_what_is_still_free() {
        UUID purchase = Ids.next();
        stock.hold(purchase, Map.of(sku, 4L), clock.now().minusSeconds(1));
        stock.expireDue(1000);
        assertThat(stock.take(purchase)).isEqualTo(new Taking.Taken());
        assertThat(stock.take(purchase)).isEqualTo(new Taking.Taken());
        assertThat(available()).isEqualTo(6);
    }

    @Test
    void money_that_comes_too_late_takes_nothing() {
        UUID purchase = Ids.next();
        stock.hold(purchase, Map.of(sku, 4L), clock.now().minusSeconds(1));
        stock.expireDue(1000);
        hold(Ids.next(), 8);
        assertThat(stock.take(purchase)).isEqualTo(new Taking.Gone(sku, 2));
        assertThat(available()).isEqualTo(2);
    }

    @Test
    void a_purchase_that_never_held_anything_takes_nothing() {
        assertThatThrownBy(() -> stock.take(Ids.next())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void counting_and_spoiling_move_the_ledger_but_never_below_what_is_promised() {
        hold(Ids.next(), 3);
        assertThat(stock.spoil(sku, 2, "受潮")).isEqualTo(new Adjustment.Adjusted(8, 5));
        assertThat(stock.spoil(sku, 6, "受潮")).isEqualTo(new Adjustment.Promised(3));
        assertThat(stock.count(sku, 2, "盘点")).isEqualTo(new Adjustment.Promised(3));
        assertThat(stock.count(sku, 5, "盘点")).isEqualTo(new Adjustment.Adjusted(5, 2));
        assertThat(stock.count(sku, 5, "盘点")).isEqualTo(new Adjustment.Adjusted(5, 2));
        assertThat(stock.movements(sku, 10)).extracting(Movement::quantity).containsExactly(-3L, -2L, 10L);
    }

    @Test
    void a_listing_hears_of_the_last_piece_and_of_the_first_to_come_back() {
        Listing listing = goods.published(6250, 9900);
        UUID small = listing.skus().getFirst().id();
        UUID large = listing.skus().getLast().id();
        assertThat(shownInStock(listing)).isFalse();
        stock.receive(small, 2, "");
        stock.receive(large, 1, "");
        assertThat(shownInStock(listing)).isTrue();
        heard.since(worker);
        UUID purchase = Ids.next();
        stock.hold(purchase, Map.of(small, 2L), soon());
        assertThat(shownInStock(listing)).isTrue();
        stock.hold(Ids.next(), Map.of(large, 1L), soon());
        assertThat(shownInStock(listing)).isFalse();
        stock.release(purchase);
        assertThat(shownInStock(listing)).isTrue();
        assertThat(heard.since(worker)).containsExactly(listing.id(), listing.id());
    }

    private boolean shownInStock(Listing listing) {
        return listings.published(listing.id()).orElseThrow().inStock();
    }

    private Holding hold(UUID purchase, long quantity) {
        return stock.hold(purchase, Map.of(sku, quantity), soon());
    }

    private Instant soon() {
        return clock.now().plus(Duration.ofMinutes(15));
    }

    private long available() {
        return stock.onSale(Set.of(sku)).getOrDefault(sku, -1L);
    }

    @Test
    void an_entry_sent_twice_is_made_once_and_the_book_sums_to_what_is_on_hand() {
        UUID sku = goods.sku();
        UUID entry = terrace.marketplace.ids.Ids.next();
        stock.enter(entry, sku, Movement.Kind.IN, 10, "新米");
        stock.enter(entry, sku, Movement.Kind.IN, 10, "新米");
        stock.enter(terrace.marketplace.ids.Ids.next(), sku, Movement.Kind.SPOILED, 2, "受潮");
        stock.enter(terrace.marketplace.ids.Ids.next(), sku, Movement.Kind.COUNTED, 7, "");
        stock.enter(terrace.marketplace.ids.Ids.next(), sku, Movement.Kind.ADJUSTED, -3, "送样");
        assertThat(stock.movements(sku, 10)).extracting(Movement::quantity).containsExactly(-3L, -1L, -2L, 10L);
        assertThat(stock.levels(java.util.Set.of(sku))).containsEntry(sku, new Level(4, 0, 0));
        assertThat(stock.enter(terrace.marketplace.ids.Ids.next(), sku, Movement.Kind.SPOILED, 5, ""))
                .isEqualTo(new Adjustment.Promised(0));
    }
}
