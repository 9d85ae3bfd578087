package terrace.catalog.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Assortment;
import terrace.catalog.categories.Attribute.Choice;
import terrace.catalog.categories.Attribute.Kind;
import terrace.catalog.categories.AttributeWords;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.CategoryWords;
import terrace.catalog.categories.Freshness;
import terrace.catalog.listings.Fault;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.Offering;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.Storage;
import terrace.catalog.listings.VatKind;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.ids.Ids;

/** What a category asks and allows, of goods that come and of goods that are there. */
@MicronautTest(transactional = false)
class KindRulesTest {
    private static final UUID CLERK = Ids.next();
    private static final UUID OPERATOR = Ids.next();

    @Inject
    Assortment assortment;

    @Inject
    Listings listings;

    @Inject
    Moderation moderation;

    @Inject
    SampleGoods goods;

    @Inject
    Audit audit;

    @Test
    void new_goods_answer_what_is_required_and_show_it() {
        Category leaf = goods.path().getLast();
        UUID grade = asked(leaf);
        NewListing silent = goods.listing(leaf.id(), 6250);
        assertThat(listings.draft(silent)).isEqualTo(new Offering.Refused(silent.id(), Set.of(Fault.ATTRIBUTE)));
        NewListing odd = answering(silent, Map.of(grade, "最好"));
        assertThat(listings.draft(odd)).isInstanceOf(Offering.Refused.class);
        NewListing good = answering(silent, Map.of(grade, " 特级 "));
        listings.publishAll(List.of(good));
        assertThat(listings.published(good.id()).orElseThrow().about().attributes())
                .isEqualTo(Map.of(grade, "特级"));
    }

    @Test
    void goods_on_sale_stay_when_more_is_asked_and_are_asked_at_the_next_edit() {
        Listing listing = goods.published(6250);
        UUID grade = asked(goods.category(listing));
        assertThat(listings.published(listing.id())).isPresent();
        NewListing asIs = Sensitive.asIs(listing);
        NewSku sku = asIs.skus().getFirst();
        NewListing dearer = asIs.with(List.of(new NewSku(sku.id(), sku.name(), 6300, sku.grams(), sku.code())));
        Listing repriced = saved(moderation
                .save(listing.merchantId(), listing.version(), dearer, CLERK)
                .orElseThrow());
        NewListing told = Sensitive.asIs(repriced).with(repriced.about().told("新的故事。"));
        assertThat(moderation
                        .save(listing.merchantId(), repriced.version(), told, CLERK)
                        .orElseThrow())
                .isEqualTo(new Saving.Refused(Set.of(Fault.ATTRIBUTE)));
        NewListing answered = answering(told, Map.of(grade, "一级"));
        assertThat(moderation
                        .save(listing.merchantId(), repriced.version(), answered, CLERK)
                        .orElseThrow())
                .isInstanceOf(Saving.Saved.class);
    }

    @Test
    void a_retired_category_keeps_its_goods_and_takes_no_new_ones() {
        Listing listing = goods.published(6250);
        Category leaf = goods.category(listing);
        shape(leaf, true, null);
        NewListing fresh = goods.listing(leaf.id(), 6250);
        assertThat(listings.draft(fresh)).isEqualTo(new Offering.Refused(fresh.id(), Set.of(Fault.CATEGORY_RETIRED)));
        NewListing told = Sensitive.asIs(listing).with(listing.about().told("新的故事。"));
        assertThat(moderation
                        .save(listing.merchantId(), listing.version(), told, CLERK)
                        .orElseThrow())
                .isInstanceOf(Saving.Saved.class);
        assertThat(listings.published(listing.id())).isPresent();
    }

    @Test
    void goods_of_a_kind_that_keeps_cannot_be_called_perishable() {
        Category leaf = goods.path().getLast();
        shape(leaf, false, Freshness.KEEPS);
        NewListing listing = goods.listing(leaf.id(), 6250);
        About about = listing.about();
        NewListing perishable = listing.with(about.kept(new Keeping(Storage.CHILLED, 7, "", true)));
        assertThat(listings.draft(perishable))
                .isEqualTo(new Offering.Refused(listing.id(), Set.of(Fault.NOT_PERISHABLE)));
        shape(goods.category(leaf.id()), false, Freshness.PERISHES);
        assertThat(listings.draft(perishable)).isInstanceOf(Offering.Accepted.class);
        // granting the return nevertheless is the merchant's to do
        assertThat(listings.draft(goods.listing(leaf.id(), 6250))).isInstanceOf(Offering.Accepted.class);
    }

    @Test
    void small_rises_that_follow_each_other_add_up() {
        Listing listing = goods.published(10_000);
        listing = saved(priced(listing, 12_500));
        assertThat(listing.card().priceFen()).isEqualTo(12_500);
        Saving second = priced(listing, 14_000);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Saving.Saved.class, waits -> assertThat(waits.waiting()).isTrue());
        UUID review = moderation.latest(listing.id()).orElseThrow().id();
        assertThat(moderation.approve(review, OPERATOR)).isPresent();
        listing = listings.published(listing.id()).orElseThrow();
        assertThat(listing.card().priceFen()).isEqualTo(14_000);
        // from here it is measured anew; a fall and a rise back to what was looked at still is a rise of its own
        assertThat(saved(priced(listing, 18_000)).card().priceFen()).isEqualTo(18_000);
    }

    @Test
    void the_tax_an_operator_set_stays_whatever_the_merchant_says() {
        Listing listing = goods.published(6250);
        UUID id = listing.id();
        assertThat(moderation.correctVat(Ids.next(), VatKind.NINE_PERCENT, OPERATOR, "转售"))
                .isEmpty();
        assertThat(moderation.correctVat(id, VatKind.NINE_PERCENT, OPERATOR, " "))
                .contains(Correction.REASON_MISSING);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(moderation.correctVat(id, VatKind.NINE_PERCENT, OPERATOR, "收购转售"))
                    .contains(Correction.DONE);
        }
        assertThat(audit.ofSubject("listing:" + id, 10))
                .extracting(AuditEntry::act)
                .containsExactly("listing.vat-corrected");
        Listing fixed = listings.published(id).orElseThrow();
        NewListing asked = Sensitive.asIs(fixed);
        NewListing exempt =
                asked.with(asked.about().taxed(VatKind.EXEMPT_OWN_GROWN).told("新的故事。"));
        Listing kept = saved(moderation
                .save(fixed.merchantId(), fixed.version(), exempt, CLERK)
                .orElseThrow());
        assertThat(kept.about().vatKind()).isEqualTo(VatKind.NINE_PERCENT);
        assertThat(kept.story()).isEqualTo("新的故事。");
    }

    private Saving priced(Listing listing, long fen) {
        NewListing asIs = Sensitive.asIs(listing);
        NewSku sku = asIs.skus().getFirst();
        NewListing wanted = asIs.with(List.of(new NewSku(sku.id(), sku.name(), fen, sku.grams(), sku.code())));
        return moderation
                .save(listing.merchantId(), listing.version(), wanted, CLERK)
                .orElseThrow();
    }

    private UUID asked(Category category) {
        UUID id = Ids.next();
        AttributeWords words = new AttributeWords(
                "等级", "Grade", "", true, false, 1, List.of(new Choice("特级", "Extra"), new Choice("一级", "First")));
        assertThat(assortment.ask(id, category.slug(), Kind.CHOICE, words, OPERATOR))
                .isPresent();
        return id;
    }

    private void shape(Category category, boolean retired, @Nullable Freshness freshness) {
        CategoryWords words =
                new CategoryWords(category.nameZh(), category.nameEn(), 1, retired, freshness, null, null);
        assertThat(assortment.change(category.slug(), category.version(), words, OPERATOR))
                .isPresent();
    }

    private static NewListing answering(NewListing listing, Map<UUID, String> answers) {
        return listing.with(listing.about().answering(answers));
    }

    private static Listing saved(Saving saving) {
        assertThat(saving).isInstanceOf(Saving.Saved.class);
        return ((Saving.Saved) saving).listing();
    }
}
