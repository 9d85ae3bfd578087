package terrace.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SampleGoods;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/** Many at once at the same goods. */
@MicronautTest(transactional = false)
class StockCrowdTest {
    private static final int BUYERS = 400;

    @Inject
    Stock stock;

    @Inject
    Listings listings;

    @Inject
    SampleGoods goods;

    @Inject
    Clock clock;

    @Test
    void of_a_hundred_pieces_exactly_a_hundred_are_sold() throws Exception {
        UUID sku = goods.sku();
        stock.receive(sku, 100, "");
        Instant until = clock.now().plusSeconds(900);
        List<Holding> answers = together(BUYERS, i -> {
            UUID purchase = Ids.next();
            Holding holding = stock.hold(purchase, Map.of(sku, 1L), until);
            if (holding instanceof Holding.Held) {
                stock.take(purchase);
            }
            return holding;
        });
        assertThat(answers).filteredOn(Holding.Held.class::isInstance).hasSize(100);
        assertThat(onHand(sku)).isZero();
        assertThat(stock.onSale(Set.of(sku))).containsEntry(sku, 0L);
    }

    @Test
    void an_entry_sent_by_many_hands_at_once_is_made_once() throws Exception {
        UUID sku = goods.sku();
        UUID entry = Ids.next();
        together(20, i -> stock.enter(entry, sku, Movement.Kind.IN, 7, ""));
        assertThat(onHand(sku)).isEqualTo(7);
    }

    @Test
    void carts_that_cross_each_other_neither_lock_up_nor_oversell() throws Exception {
        Listing listing = goods.published(6250, 9900, 19900);
        List<UUID> skus = listing.skus().stream().map(sku -> sku.id()).toList();
        stock.receiveAll(skus.stream().map(sku -> new Receipt(sku, 60)).toList(), "");
        Instant until = clock.now().plusSeconds(900);
        List<Holding> answers = together(BUYERS, i -> {
            UUID first = skus.get(i % 3);
            UUID second = skus.get((i + 1 + i / 3 % 2) % 3);
            return stock.hold(Ids.next(), Map.of(first, 1L, second, 1L), until);
        });
        long held = answers.stream().filter(Holding.Held.class::isInstance).count();
        Map<UUID, Long> left = stock.onSale(Set.copyOf(skus));
        assertThat(left.values()).allMatch(pieces -> pieces >= 0);
        assertThat(left.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(180 - 2 * held);
        assertThat(held).isGreaterThanOrEqualTo(60);
        assertThat(listings.published(listing.id()).orElseThrow().inStock())
                .isEqualTo(left.values().stream().anyMatch(pieces -> pieces > 0));
    }

    @Test
    void one_purchase_sent_by_many_threads_holds_once() throws Exception {
        UUID sku = goods.sku();
        stock.receive(sku, 10, "");
        UUID purchase = Ids.next();
        Instant until = clock.now().plusSeconds(900);
        List<Holding> answers = together(32, i -> stock.hold(purchase, Map.of(sku, 2L), until));
        assertThat(answers).containsOnly(new Holding.Held());
        assertThat(stock.onSale(Set.of(sku))).containsEntry(sku, 8L);
    }

    @Test
    void money_racing_expiry_sells_each_piece_once_or_frees_it() throws Exception {
        UUID sku = goods.sku();
        stock.receive(sku, 50, "");
        Instant over = clock.now().minusSeconds(1);
        List<UUID> purchases = IntStream.range(0, 50).mapToObj(i -> Ids.next()).toList();
        purchases.forEach(purchase -> stock.hold(purchase, Map.of(sku, 1L), over));
        List<Boolean> answers = together(150, i -> switch (i % 3) {
            case 0 -> stock.expireDue(5) > 50;
            case 1 -> stock.take(purchases.get(i / 3)) instanceof Taking.Taken;
            default -> stock.take(purchases.get(i / 3)) instanceof Taking.Gone;
        });
        assertThat(answers).filteredOn(sold -> sold).hasSize(50);
        assertThat(stock.onSale(Set.of(sku))).containsEntry(sku, 0L);
        assertThat(onHand(sku)).isZero();
    }

    /** What the ledger says, which is what the constraint on the row agrees with. */
    private long onHand(UUID sku) {
        return stock.movements(sku, 1_000).stream()
                .mapToLong(Movement::quantity)
                .sum();
    }

    private <T> List<T> together(int people, java.util.function.IntFunction<T> act) throws Exception {
        try (var executor = Executors.newFixedThreadPool(16)) {
            List<Callable<T>> acts = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                int person = i;
                acts.add(() -> act.apply(person));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : executor.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
