package terrace.catalog.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.HearChangedListings;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SampleGoods;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class SalesTest {
    @Inject
    Sales sales;

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

    @BeforeEach
    void countAll() {
        assertThat(sales.countDue(1_000_000)).isLessThan(1_000_000);
        heard.since(worker);
    }

    @Test
    void a_fact_told_twice_counts_once() {
        Listing listing = goods.published(6250);
        SaleFact fact = fact(listing, 3);
        sales.record(fact);
        sales.recordAll(List.of(fact, fact));
        assertThat(sales.countDue(1000)).isEqualTo(1);
        sales.record(fact);
        assertThat(sales.countDue(1000)).isZero();
        assertThat(sold(listing)).isEqualTo(3);
    }

    @Test
    void what_comes_back_is_taken_off_the_sum() {
        Listing listing = goods.published(6250);
        sales.recordAll(List.of(fact(listing, 3), fact(listing, 2), fact(listing, -1)));
        sales.countDue(1000);
        assertThat(sold(listing)).isEqualTo(4);
    }

    @Test
    void listings_hear_of_their_sales_in_pieces() {
        Listing listing = goods.published(6250);
        heard.since(worker);
        sales.recordAll(List.of(fact(listing, 1), fact(listing, 1), fact(listing, 1)));
        assertThat(sales.countDue(2)).isEqualTo(2);
        assertThat(sales.countDue(2)).isEqualTo(1);
        assertThat(heard.since(worker)).containsExactly(listing.id(), listing.id());
        assertThat(sold(listing)).isEqualTo(3);
    }

    private long sold(Listing listing) {
        return listings.published(listing.id()).orElseThrow().sold();
    }

    private SaleFact fact(Listing listing, long quantity) {
        String number = Ids.next().toString();
        return new SaleFact("order", "sold", number, listing.id(), quantity, quantity * 2500, clock.now());
    }
}
