package terrace.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import terrace.catalog.categories.Category;
import terrace.catalog.certificates.Certificate;
import terrace.catalog.certificates.CertificateReviews;
import terrace.catalog.certificates.Certificates;
import terrace.catalog.certificates.NewCertificate;
import terrace.catalog.certificates.Subject;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightZone;
import terrace.catalog.listings.Listing;
import terrace.catalog.lots.Lots;
import terrace.catalog.lots.NewLot;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.search.Cluster;
import terrace.search.GoodsForSearch;
import terrace.search.filters.Facet;
import terrace.search.filters.FacetCount;
import terrace.search.filters.Facets;

@Tag(Cluster.CONTRACT)
@MicronautTest(transactional = false)
// a busy build machine is no reason to ask PostgreSQL
@Property(name = "terrace.search.query-time-max", value = "20s")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacetsTest {
    private static final String CODE = "facets-" + UUID.randomUUID();
    /** What belongs to goods by somebody else's word is some seconds old. */
    private static final Duration SEEN_MAX = Duration.ofSeconds(20);

    @Inject
    ListingSearch search;

    @Inject
    GoodsForSearch goods;

    @Inject
    Merchants merchants;

    @Inject
    Pavilions pavilions;

    @Inject
    Campaigns campaigns;

    @Inject
    Freight freight;

    @Inject
    Lots lots;

    @Inject
    Certificates certificates;

    @Inject
    CertificateReviews reviews;

    @Inject
    Clock clock;

    private Merchant merchant;
    private Listing rice;
    private Listing orange;

    @BeforeAll
    void stock() throws InterruptedException {
        goods.awaitIndex();
        goods.clear();
        merchant = merchants.open(new NewMerchant(
                CODE,
                "云垄合作社",
                Merchant.Kind.COOPERATIVE,
                GoodsForSearch.RED_RIVER,
                "",
                0,
                "云垄",
                "6222600000000000015"));
        Category food = goods.category("food", "食品", "Food");
        Category grain = goods.below(food, "grain", "粮油", "Grain and oil");
        Category fruit = goods.below(food, "fruit", "水果", "Fruit");
        rice = goods.publish(merchant.id(), grain, "哈尼红米", GoodsForSearch.RED_RIVER, 6_250);
        orange = goods.publish(fruit, "赣南脐橙", GoodsForSearch.ANYUAN, 4_900);
        goods.publish(fruit, "寿光番茄", GoodsForSearch.SHOUGUANG, 900);
        goods.receive(rice, 5);
        goods.settle();
    }

    @Test
    void values_of_one_facet_are_either_or_and_facets_all_hold() {
        Asked two = new Asked("").province("53").province("36");
        assertThat(found(two)).hasSize(2);
        assertThat(found(two.inStock())).containsExactly(rice.id());
        assertThat(found(new Asked("").category("grain").category("fruit"))).hasSize(3);
        assertThat(found(new Asked("").with(Facet.PRICE, "0-1000").with(Facet.PRICE, "5000-10000")))
                .hasSize(2);
        assertThat(found(new Asked("").province("53").province("36").county(GoodsForSearch.ANYUAN)))
                .as("a county narrows its own province and leaves others whole")
                .hasSize(2);
        assertThat(found(new Asked("").province("53").county("530102"))).isEmpty();
    }

    @Test
    void what_is_chosen_of_a_facet_leaves_its_own_counts_whole() {
        Facets facets = counted(new Asked("").province("53").with(Facet.PRICE, "5000-10000"));
        assertThat(facets.of(Facet.PROVINCE)).containsExactly(new FacetCount("53", 1));
        assertThat(facets.count(Facet.PRICE, "5000-10000")).isEqualTo(1);
        assertThat(facets.count(Facet.CATEGORY, "food")).isEqualTo(1);
        assertThat(facets.lifted()).containsEntry(Facet.PROVINCE, 1L).containsEntry(Facet.PRICE, 1L);

        Facets province = counted(new Asked("").province("53"));
        assertThat(province.of(Facet.PROVINCE)).hasSize(3);
        assertThat(province.of(Facet.COUNTY)).containsExactly(new FacetCount(GoodsForSearch.RED_RIVER, 1));
        assertThat(province.count(Facet.PRICE, "0-1000")).isZero();
        assertThat(province.lifted()).containsEntry(Facet.PROVINCE, 3L);
    }

    @Test
    void unit_price_weight_and_merchant_narrow_and_are_counted() {
        Facets facets = counted(new Asked(""));
        assertThat(facets.count(Facet.JIN, "1000-2000")).isEqualTo(1);
        assertThat(facets.count(Facet.WEIGHT, "2500-5000")).isEqualTo(3);
        assertThat(facets.of(Facet.MERCHANT))
                .contains(new FacetCount(merchant.id().toString(), 1));
        assertThat(found(new Asked("").with(Facet.JIN, "1000-2000"))).containsExactly(rice.id());
        assertThat(found(new Asked("").with(Facet.MERCHANT, CODE))).containsExactly(rice.id());
        assertThat(found(new Asked("").with(Facet.MERCHANT, "nobody"))).isEmpty();
        assertThat(found(new Asked("").with(Facet.JIN, "dear")))
                .as("nonsense narrows nothing")
                .hasSize(3);
    }

    @Test
    void a_certificate_is_seen_when_it_is_approved_and_when_it_is_taken_off() {
        UUID id = Ids.next();
        Subject subject = new Subject.OfListing(rice.id());
        assertThat(certificates.add(
                        merchant.id(),
                        new NewCertificate(id, Certificate.Kind.GREEN_FOOD, "LB-1", "绿色食品中心", null, subject),
                        jpeg(),
                        Ids.next()))
                .isPresent();
        goods.settle();
        assertThat(found(green())).isEmpty();

        reviews.approve(id, certificates.byId(id).orElseThrow().version(), false, Ids.next());
        goods.settle();
        assertThat(found(green())).containsExactly(rice.id());
        assertThat(counted(new Asked("")).of(Facet.PROOF)).containsExactly(new FacetCount("GREEN_FOOD", 1));

        certificates.takeOff(merchant.id(), id, subject);
        goods.settle();
        assertThat(found(green())).isEmpty();
    }

    @Test
    void a_harvest_is_seen_when_it_is_recorded_and_is_fresh_for_a_month() {
        Asked fresh = new Asked("").with(Facet.FRESH, Facet.ON);
        record(40);
        assertThat(found(fresh)).isEmpty();
        record(2);
        assertThat(found(fresh)).containsExactly(rice.id());
        assertThat(counted(new Asked("")).count(Facet.FRESH, Facet.ON)).isEqualTo(1);
    }

    @Test
    void a_pavilion_a_campaign_and_a_tariff_are_seen_soon_after_they_change() throws InterruptedException {
        pavilions.define(new Pavilion(CODE, "专区", "Zone", Pavilion.Kind.ZONE, null, "", "", 1, List.of()));
        pavilions.include(CODE, List.of(merchant.id()));
        campaigns.define(new NewCampaign(
                CODE.substring(0, 40),
                "活动",
                "Campaign",
                "",
                "",
                1_000,
                clock.now().minusSeconds(60),
                clock.now().plusSeconds(3_600),
                "",
                "",
                0,
                Campaign.Basis.DECLARED,
                List.of(orange.id())));
        freight.define(new FreightTemplate(
                rice.about().freightTemplateId(),
                merchant.id(),
                "普通",
                List.of(FreightZone.free(FreightZone.EVERYWHERE_ELSE), FreightZone.notDelivered("54"))));

        awaitFound(() -> new Asked("").with(Facet.PAVILION, CODE), rice.id());
        awaitFound(() -> new Asked("").with(Facet.CAMPAIGN, CODE.substring(0, 40)), orange.id());
        Facets facets = counted(new Asked("").livingIn("54"));
        assertThat(facets.of(Facet.PAVILION)).contains(new FacetCount(CODE, 1));
        assertThat(facets.of(Facet.CAMPAIGN)).contains(new FacetCount(CODE.substring(0, 40), 1));
        assertThat(facets.of(Facet.DELIVERY)).containsExactly(new FacetCount("54", 2));
        assertThat(found(new Asked("").with(Facet.DELIVERY, "54"))).hasSize(2).doesNotContain(rice.id());
        assertThat(found(new Asked("").with(Facet.DELIVERY, "53"))).hasSize(3);
    }

    private void record(int daysAgo) {
        lots.record(
                merchant.id(),
                new NewLot(
                        Ids.next(), rice.id(), clock.today().minusDays(daysAgo), rice.countyCode(), "", 1_000, "", ""),
                Ids.next());
        goods.settle();
    }

    private void awaitFound(Supplier<Asked> asked, UUID id) throws InterruptedException {
        long deadline = System.nanoTime() + SEEN_MAX.toNanos();
        while (!found(asked.get()).equals(List.of(id)) && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        assertThat(found(asked.get())).containsExactly(id);
    }

    private static Asked green() {
        return new Asked("").with(Facet.PROOF, "GREEN_FOOD");
    }

    private List<UUID> found(Asked asked) {
        Results results = search.search(asked.request());
        assertThat(results.source()).isEqualTo(Source.INDEX);
        return results.hits().stream().map(hit -> hit.card().id()).toList();
    }

    private Facets counted(Asked asked) {
        return search.search(asked.request()).facets();
    }

    private static byte[] jpeg() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
