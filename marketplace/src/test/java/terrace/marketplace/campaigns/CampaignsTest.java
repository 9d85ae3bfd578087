package terrace.marketplace.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class CampaignsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final long JIN = 500;

    @Inject
    Campaigns campaigns;

    @Inject
    TransactionOperations<Connection> transactions;

    @Inject
    JdbcOperations jdbc;

    private final UUID rice = UUID.randomUUID();
    private final String order = UUID.randomUUID().toString();

    @Test
    void a_campaign_defined_again_keeps_its_id_and_facts_and_takes_the_new_dates() {
        var slug = "hani-" + UUID.randomUUID();
        var first = campaigns.define(campaign(slug, Duration.ofDays(5), rice));
        campaigns.countSale(sold(order, 1, 10 * JIN));
        var again = campaigns.define(campaign(slug, Duration.ofDays(9), rice));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(campaigns.bySlug(slug)).hasValue(again);
        assertThat(campaigns.progress(again.id())).isEqualTo(new Progress(10 * JIN, 12_500, 1, 450));
        assertThat(campaigns.open(NOW)).contains(again);
        assertThat(campaigns.open(NOW.plus(Duration.ofDays(10)))).doesNotContain(again);
        assertThat(campaigns.all()).contains(again);
        assertThat(campaigns.ofListings(Set.of(rice, UUID.randomUUID()), NOW)).containsOnlyKeys(rice);
    }

    @Test
    void a_sale_told_twice_or_at_once_is_counted_once() throws Exception {
        var campaign = defined(Duration.ofDays(5));
        Callable<Boolean> count = () -> campaigns.countSale(sold(order, 1, 10 * JIN));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var told = threads.invokeAll(Stream.generate(() -> count).limit(8).toList());
            assertThat(List.copyOf(told)).filteredOn(each -> each.resultNow()).hasSize(1);
        }
        assertThat(campaigns.countSale(sold(order, 2, 5 * JIN))).isTrue();
        assertThat(campaigns.progress(campaign.id())).isEqualTo(new Progress(15 * JIN, 25_000, 1, 450));
    }

    @Test
    void a_return_is_taken_off_where_the_sale_was_counted_even_after_the_end() {
        var campaign = defined(Duration.ofDays(5));
        campaigns.countSale(sold(order, 1, 10 * JIN));
        var returned = new CampaignSale(
                order, CampaignSale.Kind.RETURNED, 1, rice, 4 * JIN, 5_000, NOW.plus(Duration.ofDays(30)));
        assertThat(campaigns.countSale(returned)).isTrue();
        assertThat(campaigns.countSale(returned)).isFalse();
        assertThat(campaigns.progress(campaign.id())).isEqualTo(new Progress(6 * JIN, 7_500, 1, 450));
    }

    @Test
    void what_is_sold_before_after_or_beside_a_campaign_does_not_count() {
        defined(Duration.ofDays(5));
        assertThat(campaigns.countSale(sale(rice, NOW.minus(Duration.ofDays(2)))))
                .isFalse();
        assertThat(campaigns.countSale(sale(rice, NOW.plus(Duration.ofDays(5)))))
                .isFalse();
        assertThat(campaigns.countSale(sale(UUID.randomUUID(), NOW))).isFalse();
    }

    @Test
    void a_listing_in_two_campaigns_counts_for_the_one_that_ends_first() {
        var later = defined(Duration.ofDays(9));
        var sooner = defined(Duration.ofDays(5));
        campaigns.countSale(sold(order, 1, 10 * JIN));
        assertThat(campaigns.progress(sooner.id()).grams()).isEqualTo(10 * JIN);
        assertThat(campaigns.progress(later.id()).grams()).isZero();
        assertThat(campaigns.ofListings(Set.of(rice), NOW)).containsEntry(rice, sooner);
    }

    @Test
    void a_fact_cannot_be_changed_or_taken_away() {
        assertThatThrownBy(() -> transactions.executeWrite(status ->
                        jdbc.prepareStatement("delete from marketplace.campaign_sale", PreparedStatement::execute)))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> transactions.executeWrite(status -> jdbc.prepareStatement(
                        "update marketplace.campaign_sale set grams = 0", PreparedStatement::execute)))
                .hasStackTraceContaining("permission denied");
    }

    private Campaign defined(Duration duration) {
        return campaigns.define(campaign("c-" + UUID.randomUUID(), duration, rice));
    }

    private CampaignSale sold(String source, long number, long grams) {
        return new CampaignSale(source, CampaignSale.Kind.SOLD, number, rice, grams, 12_500, NOW);
    }

    private CampaignSale sale(UUID listingId, Instant at) {
        return new CampaignSale(order, CampaignSale.Kind.SOLD, 1, listingId, JIN, 1_250, at);
    }

    private static NewCampaign campaign(String slug, Duration duration, UUID listingId) {
        return new NewCampaign(
                slug,
                "哈尼，我们来帮你",
                "Hani, here we come",
                "故事",
                "Story",
                6_000 * JIN,
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(duration),
                "某基金会",
                "A foundation",
                450,
                Campaign.Basis.ENDORSED,
                List.of(listingId));
    }
}
