package terrace.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Direction;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sort;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.SignIn;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.staff.Staff;
import terrace.web.demo.plan.Supplies;

@MicronautTest(transactional = false)
@Property(name = "terrace.demo", value = "true")
@Property(name = "terrace.clock.may-be-shifted", value = "true")
@Property(name = "terrace.search.running", value = "false")
@Property(name = "terrace.events.worker", value = "false")
@Property(name = "terrace.jobs.running", value = "false")
class DemoMarketTest {

    @Inject
    DemoMarket market;

    @Inject
    Listings listings;

    @Inject
    Merchants merchants;

    @Inject
    Pavilions pavilions;

    @Inject
    Categories categories;

    @Inject
    Campaigns campaigns;

    @Inject
    Accounts accounts;

    @Inject
    Staff staff;

    @Inject
    Stock stock;

    @Inject
    Clock clock;

    @Test
    void building_twice_changes_nothing() {
        List<String> said = new ArrayList<>();
        // other tests of this database may have put goods on the shelf before
        int before = listings.pageOfIds(null, 2000).size();
        DemoSummary summary = market.build(said::add);
        List<UUID> shelf = listings.pageOfIds(null, 2000);
        assertThat(shelf).hasSize(summary.listings() + before).hasSizeGreaterThanOrEqualTo(600);
        assertThat(summary.lines("http://localhost:8080")).anyMatch(line -> line.contains("merchant@demo.terrace"));

        DemoSummary again = market.build(said::add);

        assertThat(again).isEqualTo(summary);
        assertThat(listings.pageOfIds(null, 2000)).isEqualTo(shelf);
        Listing one = listings.published(shelf.getFirst()).orElseThrow();
        assertThat(stock.movements(one.skus().getFirst().id(), 10)).hasSize(1);
        assertThat(merchants.page(null, 1000)).hasSize(summary.merchants());
        assertThat(pavilions.merchantsOf("vegetable-basket")).isNotEmpty().doesNotHaveDuplicates();
        assertThat(Duration.between(Instant.now(), clock.now()).abs()).isLessThan(Duration.ofSeconds(5));
        theMarketCanBeWalked();
        goodsGoBothWays();
    }

    private void goodsGoBothWays() {
        Set<UUID> village = Set.copyOf(pavilions.merchantsOf("village"));
        assertThat(listings.going(Direction.DOWN, null, village, 100)).hasSameSizeAs(Supplies.planned());
        assertThat(listings.going(Direction.UP, null, village, 100)).hasSizeGreaterThan(20);
    }

    private void theMarketCanBeWalked() {
        Merchant rice = merchants.byCode("honghe-coop").orElseThrow();
        SignIn signIn = accounts.signIn("merchant@demo.terrace", People.PASSWORD, "127.0.0.1");
        assertThat(signIn).isInstanceOfSatisfying(SignIn.SignedIn.class, in -> {
            assertThat(in.next()).isEqualTo(SignIn.Next.NOTHING);
            assertThat(staff.merchantsOf(in.account().id())).containsExactly(rice.id());
        });
        assertThat(listings.inCategory(categories.bySlug("rice").orElseThrow().id(), Sort.NEWEST, null, 50)
                        .items())
                .isNotEmpty();
        Campaign hani = campaigns.bySlug("hani").orElseThrow();
        assertThat(hani.openAt(clock.now())).isTrue();
        assertThat(hani.goalGrams()).isEqualTo(3_000_000);
        assertThat(hani.listingIds()).hasSizeGreaterThan(2);
    }
}
