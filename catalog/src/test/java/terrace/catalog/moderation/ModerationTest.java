package terrace.catalog.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Fault;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listing.Looks;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.PricePoint;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.Sku;
import terrace.catalog.listings.Slice;
import terrace.catalog.moderation.Change.Field;
import terrace.catalog.moderation.Review.State;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class ModerationTest {
    private static final UUID CLERK = Ids.next();
    private static final UUID OPERATOR = Ids.next();
    private static final UUID OTHER_OPERATOR = Ids.next();

    @Inject
    Moderation moderation;

    @Inject
    Listings listings;

    @Inject
    SampleGoods goods;

    @Test
    void a_new_title_waits_while_the_old_one_stays_on_sale() {
        Listing listing = goods.published(6250);
        Saving saving = save(listing, titled(listing, "哈尼梯田红米 新米"));
        assertThat(saving)
                .isInstanceOfSatisfying(
                        Saving.Saved.class, saved -> assertThat(saved.waiting()).isTrue());
        assertThat(title(listing)).isEqualTo("哈尼梯田红米");
        Review review = moderation.latest(listing.id()).orElseThrow();
        assertThat(review.changes()).containsExactly(new Change(Field.TITLE, null, "哈尼梯田红米", "哈尼梯田红米 新米"));
        assertThat(moderation.approve(review.id(), OPERATOR).orElseThrow()).isInstanceOf(Decision.Done.class);
        assertThat(title(listing)).isEqualTo("哈尼梯田红米 新米");
    }

    @Test
    void what_misleads_nobody_holds_at_once_and_what_could_waits() {
        Listing listing = goods.published(6250, 9900);
        NewListing wanted = otherInEverything(listing);
        save(listing, wanted);
        Listing now = listings.published(listing.id()).orElseThrow();
        assertThat(now.story() + now.about().keeping().shelfLifeDays() + now.countyCode())
                .isEqualTo("新的故事。180" + listing.countyCode());
        assertThat(now.skus()).extracting(Sku::name).containsExactly("两公斤半", "大袋", "小袋");
        assertThat(now.skus()).extracting(Sku::priceFen).containsExactly(8125L, 9900L, 1500L);
        assertThat(now.card().priceFen()).isEqualTo(1500);
        Review review = moderation.latest(listing.id()).orElseThrow();
        assertThat(review.changes())
                .extracting(Change::field)
                .containsExactly(Field.PICTURE, Field.COUNTY, Field.VILLAGE, Field.CERTIFICATES, Field.PRICE);
        assertThat(moderation.wanted(now)).isEqualTo(wanted);
        moderation.approve(review.id(), OPERATOR);
        now = listings.published(listing.id()).orElseThrow();
        assertThat(moderation.wanted(now)).isEqualTo(wanted);
        assertThat(now.skus()).extracting(Sku::priceFen).containsExactly(8125L, 12871L, 1500L);
        assertThat(listings.priceHistory(listing.skus().getLast().id()))
                .extracting(PricePoint::priceFen)
                .containsExactly(9900L, 12871L);
    }

    @Test
    void a_smaller_bag_at_the_old_price_is_a_higher_price() {
        Listing listing = goods.published(6250);
        Sku sku = listing.skus().getFirst();
        save(listing, Sensitive.asIs(listing).with(List.of(new NewSku(sku.id(), sku.name(), 6250, 1900, ""))));
        assertThat(listings.published(listing.id()).orElseThrow().skus())
                .extracting(Sku::grams)
                .containsExactly(2500L);
        moderation.approve(moderation.latest(listing.id()).orElseThrow().id(), OPERATOR);
        assertThat(listings.published(listing.id()).orElseThrow().skus())
                .extracting(Sku::grams)
                .containsExactly(1900L);
    }

    @Test
    void who_edits_an_old_version_is_shown_the_present_one_and_nothing_is_lost() {
        Listing listing = goods.published(6250);
        save(listing, titled(listing, "第一个人的标题"));
        Saving second = save(listing, titled(listing, "第二个人的标题"));
        assertThat(second).isInstanceOfSatisfying(Saving.Conflict.class, conflict -> {
            assertThat(conflict.present().title()).isEqualTo("第一个人的标题");
            assertThat(conflict.version()).isGreaterThan(listing.version());
        });
        assertThat(moderation.latest(listing.id()).orElseThrow().changes())
                .extracting(Change::after)
                .containsExactly("第一个人的标题");
    }

    @Test
    void saving_twice_is_saving_once() {
        Listing listing = goods.published(6250);
        save(listing, titled(listing, "同一个标题"));
        UUID review = moderation.latest(listing.id()).orElseThrow().id();
        assertThat(save(listing, titled(listing, "同一个标题")))
                .isInstanceOfSatisfying(
                        Saving.Saved.class, saved -> assertThat(saved.waiting()).isTrue());
        assertThat(moderation.latest(listing.id()).orElseThrow().id()).isEqualTo(review);
    }

    @Test
    void of_two_who_save_at_once_one_is_told() throws Exception {
        Listing listing = goods.published(6250);
        List<Saving> answers =
                together(() -> save(listing, storied(listing, "甲的故事")), () -> save(listing, storied(listing, "乙的故事")));
        assertThat(answers).hasAtLeastOneElementOfType(Saving.Saved.class);
        assertThat(answers).hasAtLeastOneElementOfType(Saving.Conflict.class);
    }

    @Test
    void somebody_elses_listing_is_not_there_and_neither_is_a_size_of_another() {
        Listing listing = goods.published(6250);
        Sku foreign = goods.published(100).skus().getFirst();
        assertThat(moderation.save(Ids.next(), listing.version(), titled(listing, "夺来的"), CLERK))
                .isEmpty();
        NewListing greedy = Sensitive.asIs(listing)
                .with(List.of(sku(listing, 0, "袋", 6250), new NewSku(foreign.id(), "别人的", 1, 500, "")));
        assertThat(moderation.save(listing.merchantId(), listing.version(), greedy, CLERK))
                .isEmpty();
        assertThat(moderation.submit(Ids.next(), listing.id(), CLERK)).isEmpty();
    }

    @Test
    void what_breaks_the_rules_is_refused_and_tags_do_not_reach_the_story() {
        Listing listing = goods.published(6250);
        assertThat(save(listing, titled(listing, "米"))).isEqualTo(new Saving.Refused(Set.of(Fault.TITLE_LENGTH)));
        save(listing, storied(listing, "<scr<b>ipt>alert(1)</script>好<b onclick=x>米</b>，3 < 5。<style>p{}</style>"));
        assertThat(listings.published(listing.id()).orElseThrow().story())
                .doesNotContain("<b", "<s", "</")
                .contains("好米，3 < 5。");
    }

    @Test
    void thinking_better_of_it_takes_the_proposal_back() {
        Listing listing = goods.published(6250);
        save(listing, titled(listing, "不要了"));
        Review review = moderation.latest(listing.id()).orElseThrow();
        Listing now = listings.published(listing.id()).orElseThrow();
        save(now, Sensitive.asIs(listing));
        assertThat(moderation.byId(review.id()).orElseThrow().state()).isEqualTo(State.OVERTAKEN);
        assertThat(moderation.approve(review.id(), OPERATOR).orElseThrow()).isInstanceOf(Decision.Overtaken.class);
        assertThat(title(listing)).isEqualTo("哈尼梯田红米");
    }

    @Test
    void a_return_says_why_and_saying_it_twice_is_saying_it_once() {
        Listing listing = goods.published(6250);
        save(listing, titled(listing, "天下第一红米"));
        Review review = moderation.latest(listing.id()).orElseThrow();
        assertThat(moderation.giveBack(review.id(), OPERATOR, " ").orElseThrow())
                .isInstanceOf(Decision.ReasonMissing.class);
        assertThat(moderation.giveBack(review.id(), OPERATOR, "“第一”不能用").orElseThrow())
                .isInstanceOf(Decision.Done.class);
        assertThat(moderation.giveBack(review.id(), OPERATOR, "“第一”不能用").orElseThrow())
                .isInstanceOf(Decision.Done.class);
        assertThat(moderation.approve(review.id(), OTHER_OPERATOR).orElseThrow())
                .isInstanceOf(Decision.Overtaken.class);
        assertThat(title(listing)).isEqualTo("哈尼梯田红米");
        assertThat(moderation.approve(Ids.next(), OPERATOR)).isEmpty();
    }

    @Test
    void of_two_operators_who_decide_at_once_the_first_decides() throws Exception {
        for (int round = 0; round < 5; round++) {
            Listing listing = goods.published(6250);
            save(listing, titled(listing, "新标题 " + round));
            UUID review = moderation.latest(listing.id()).orElseThrow().id();
            List<Optional<Decision>> words = together(
                    () -> moderation.approve(review, OPERATOR),
                    () -> moderation.giveBack(review, OTHER_OPERATOR, "不行"));
            assertThat(words.stream().flatMap(Optional::stream))
                    .hasAtLeastOneElementOfType(Decision.Done.class)
                    .hasAtLeastOneElementOfType(Decision.Overtaken.class);
            boolean approved = moderation.byId(review).orElseThrow().state() == State.APPROVED;
            assertThat(title(listing)).isEqualTo(approved ? "新标题 " + round : "哈尼梯田红米");
        }
    }

    @Test
    void what_waits_is_met_once_oldest_first() {
        for (int i = 0; i < 3; i++) {
            Listing listing = goods.published(6250);
            save(listing, titled(listing, "排队 " + i));
        }
        List<Review> all = moderation.waiting(null, 10_000).items();
        List<Review> paged = new ArrayList<>();
        Slice<Review> page = moderation.waiting(null, 2);
        paged.addAll(page.items());
        while (page.nextAfter() != null) {
            page = moderation.waiting(UUID.fromString(page.nextAfter()), 2);
            paged.addAll(page.items());
        }
        assertThat(paged).isEqualTo(all).isSortedAccordingTo(java.util.Comparator.comparing(Review::submittedAt));
    }

    private Saving save(Listing seen, NewListing wanted) {
        return moderation.save(seen.merchantId(), seen.version(), wanted, CLERK).orElseThrow();
    }

    private String title(Listing listing) {
        return listings.published(listing.id()).orElseThrow().title();
    }

    private static NewListing otherInEverything(Listing listing) {
        About about = listing.about();
        return new NewListing(
                listing.id(),
                listing.merchantId(),
                new About(
                        listing.categoryId(),
                        listing.title(),
                        "新的故事。",
                        new Origin("532523", "新街镇"),
                        new Looks("rice"),
                        new Proof("绿色食品 LB-03"),
                        new Keeping(about.keeping().storage(), 180, "10月", false, 24),
                        Map.of(),
                        about.vatKind(),
                        about.freightTemplateId()),
                List.of(
                        sku(listing, 0, "两公斤半", 8125),
                        sku(listing, 1, "大袋", 12871),
                        new NewSku(Ids.next(), "小袋", 1500, 500, "")));
    }

    private static NewListing titled(Listing listing, String title) {
        return Sensitive.with(listing, List.of(new Change(Field.TITLE, null, listing.title(), title)));
    }

    private static NewListing storied(Listing listing, String story) {
        NewListing asIs = Sensitive.asIs(listing);
        return asIs.with(asIs.about().told(story));
    }

    private static NewSku sku(Listing listing, int at, String name, long fen) {
        return new NewSku(listing.skus().get(at).id(), name, fen, 2500, "");
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        try (var hands = Executors.newFixedThreadPool(2)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : hands.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
