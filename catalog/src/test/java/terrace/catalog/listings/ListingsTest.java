package terrace.catalog.listings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.NewCategory;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listing.Looks;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class ListingsTest {
    @Inject
    Listings listings;

    @Inject
    SampleGoods goods;

    @Inject
    Categories categories;

    @Inject
    EventWorker worker;

    @Inject
    HearChangedListings heard;

    @BeforeEach
    void quiet() {
        heard.since(worker);
    }

    @Test
    void a_draft_is_seen_by_nobody_until_it_is_published() {
        NewListing listing = goods.listing(goods.path().getLast().id(), 6250);
        assertThat(listings.draft(listing)).isEqualTo(new Offering.Accepted(listing.id()));
        assertThat(listings.published(listing.id())).isEmpty();
        assertThat(heard.since(worker)).isEmpty();
        assertThat(listings.publish(listing.id())).isTrue();
        assertThat(listings.published(listing.id())).isPresent();
        assertThat(heard.since(worker)).containsExactly(listing.id());
        assertThat(listings.publish(listing.id())).isTrue();
        assertThat(heard.since(worker)).isEmpty();
        assertThat(listings.publish(Ids.next())).isFalse();
    }

    @Test
    void what_does_not_spoil_is_sold_by_the_piece() {
        UUID tools = categories
                .define(new NewCategory("tools-" + Ids.next(), null, "小农具", "Hand tools", 1, "0802"))
                .id();
        NewListing hoe = unspoiling(goods.listing(tools, 3900));
        NewListing fertiliser = goods.listing(tools, 2800);
        NewListing rice = unspoiling(goods.listing(goods.path().getLast().id(), 6250));
        assertThat(listings.publishAll(List.of(hoe, fertiliser, rice)))
                .containsExactly(
                        new Offering.Accepted(hoe.id()),
                        new Offering.Accepted(fertiliser.id()),
                        new Offering.Refused(rice.id(), Set.of(Fault.SHELF_LIFE)));
        assertThat(listings.published(hoe.id()).orElseThrow().card().perJinFen())
                .isZero();
        assertThat(listings.cardsByIds(List.of(hoe.id(), fertiliser.id())))
                .extracting(card -> card.perJinFen() > 0)
                .containsExactly(false, true);
    }

    private static NewListing unspoiling(NewListing listing) {
        return listing.with(listing.about().kept(new Keeping(Storage.AMBIENT, 0, "", false)));
    }

    @Test
    void publishing_many_at_once_is_the_same_as_publishing_each() {
        UUID category = goods.path().getLast().id();
        NewListing one = goods.listing(category, 9900, 6250);
        NewListing many = goods.listing(category, 9900, 6250);
        listings.draft(one);
        listings.publish(one.id());
        listings.publishAll(List.of(many));
        assertThat(heard.since(worker)).containsExactly(one.id(), many.id());
        assertThat(listings.published(many.id()).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*[iI]d", "version", "publishedAt")
                .isEqualTo(listings.published(one.id()).orElseThrow());
        assertThat(listings.cardsByIds(List.of(many.id(), one.id())))
                .extracting(ListingCard::id, ListingCard::priceFen, ListingCard::perJinFen)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(many.id(), 6250L, 1250L),
                        org.assertj.core.api.Assertions.tuple(one.id(), 6250L, 1250L));
    }

    @Test
    void a_listing_sent_twice_is_kept_once() {
        NewListing listing = goods.listing(goods.path().getLast().id(), 6250);
        listings.publishAll(List.of(listing, listing));
        assertThat(listings.publishAll(List.of(listing))).containsExactly(new Offering.Accepted(listing.id()));
        assertThat(heard.since(worker)).containsExactly(listing.id());
    }

    @Test
    void a_bad_listing_is_refused_with_every_fault_and_keeps_no_good_one_back() {
        NewListing good = goods.listing(goods.path().getLast().id(), 6250);
        NewListing bad = new NewListing(
                Ids.next(),
                good.merchantId(),
                new About(
                        Ids.next(),
                        "米",
                        "",
                        new Origin("999999", ""),
                        new Looks("Rice Sack"),
                        Proof.NONE,
                        new Keeping(Storage.AMBIENT, 0, "", false, -1),
                        Map.of(),
                        VatKind.NINE_PERCENT,
                        goods.template(Ids.next()).id()),
                List.of(new NewSku(Ids.next(), "袋", 0, 500, ""), new NewSku(Ids.next(), "袋", 1, 0, "")));
        Set<Fault> faults = EnumSet.of(
                Fault.TITLE_LENGTH,
                Fault.CATEGORY_UNKNOWN,
                Fault.COUNTY_UNKNOWN,
                Fault.MOTIF_FORM,
                Fault.SHELF_LIFE,
                Fault.HARVEST_TO_SHIP,
                Fault.FREIGHT_NOT_THE_MERCHANTS,
                Fault.SKU_NAME_TWICE,
                Fault.PRICE_RANGE,
                Fault.GRAMS_RANGE);
        assertThat(listings.publishAll(List.of(bad, good)))
                .containsExactly(new Offering.Refused(bad.id(), faults), new Offering.Accepted(good.id()));
        assertThat(listings.published(bad.id())).isEmpty();
        assertThat(listings.draft(bad)).isEqualTo(new Offering.Refused(bad.id(), faults));
    }

    @Test
    void lifting_one_reason_off_the_shelf_lifts_no_other() {
        UUID id = goods.published(6250).id();
        listings.withdraw(id, OffShelfReason.SUSPENDED);
        listings.withdraw(id, OffShelfReason.OWN_CHOICE);
        listings.withdrawAll(Set.of(id), OffShelfReason.PAPER_EXPIRED, "paper-1");
        listings.withdrawAll(Set.of(id), OffShelfReason.PAPER_EXPIRED, "paper-2");
        heard.since(worker);
        listings.restore(id, OffShelfReason.SUSPENDED);
        listings.restore(id, OffShelfReason.OWN_CHOICE);
        listings.restoreAll(Set.of(id), OffShelfReason.PAPER_EXPIRED, "paper-1");
        assertThat(listings.published(id)).isEmpty();
        assertThat(listings.offShelfReasons(id)).containsExactly(OffShelfReason.PAPER_EXPIRED);
        assertThat(heard.since(worker)).isEmpty();
        listings.restoreAll(Set.of(id), OffShelfReason.PAPER_EXPIRED, "paper-2");
        assertThat(listings.published(id)).isPresent();
        assertThat(heard.since(worker)).containsExactly(id);
    }

    @Test
    void what_is_off_the_shelf_is_on_no_page_but_known_to_those_who_hold_its_id() {
        Listing listing = goods.published(6250);
        UUID sku = listing.skus().getFirst().id();
        listings.withdraw(listing.id(), OffShelfReason.REVIEW);
        assertThat(listings.cardsByIds(List.of(listing.id()))).isEmpty();
        assertThat(listings.inCategory(listing.categoryId(), Sort.NEWEST, null, 10)
                        .items())
                .isEmpty();
        assertThat(listings.byIds(Set.of(listing.id()))).containsKey(listing.id());
        assertThat(listings.skusByIds(Set.of(sku)).values())
                .extracting(SkuOffer::onSale)
                .containsExactly(false);
        assertThat(listings.forIndex(Set.of(listing.id())))
                .extracting(IndexedListing::onSale)
                .containsExactly(false);
    }

    @Test
    void an_indexed_listing_says_what_its_card_says() {
        Listing listing = goods.published(9900, 6250, 6250);
        IndexedListing indexed = listings.forIndex(Set.of(listing.id())).getFirst();
        assertThat(indexed.card())
                .isEqualTo(listings.cardsByIds(List.of(listing.id())).getFirst());
        assertThat(indexed.categoryPath()).hasSize(3);
        assertThat(listings.nextIndexVersion()).isLessThan(listings.nextIndexVersion());
    }

    @Test
    void every_id_on_the_shelf_is_met_once_when_paging_for_a_new_index() {
        goods.published(1);
        goods.published(1);
        goods.published(1);
        List<UUID> all = listings.pageOfIds(null, 10_000);
        List<UUID> paged = new java.util.ArrayList<>();
        List<UUID> page = listings.pageOfIds(null, 2);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = listings.pageOfIds(page.getLast(), 2);
        }
        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
    }
}
