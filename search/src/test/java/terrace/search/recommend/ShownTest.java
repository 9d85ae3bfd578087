package terrace.search.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static terrace.search.recommend.Deeds.HERE;
import static terrace.search.recommend.Deeds.asking;
import static terrace.search.recommend.Deeds.everything;
import static terrace.search.recommend.Deeds.ids;
import static terrace.search.recommend.Deeds.row;
import static terrace.search.recommend.Deeds.stranger;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.Suspension;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;
import terrace.search.signals.Signal;

/** What may be shown at all, what sinks, and who gets a place to be seen. */
@MicronautTest(transactional = false)
@Property(name = "terrace.search.running", value = "false")
class ShownTest {
    @Inject
    Recommendations recommendations;

    @Inject
    FairShare fairShare;

    @Inject
    Deeds deeds;

    @Inject
    Stalls stalls;

    @Inject
    Listings listings;

    @Inject
    Merchants merchants;

    @Inject
    Staff staff;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    private final UUID member = Ids.next();
    private UUID shop = Ids.next();
    private List<UUID> goods = List.of();

    @BeforeEach
    void aShop() {
        shop = stalls.merchant(Merchant.Kind.COOPERATIVE);
        Category category = stalls.category("米");
        goods = stalls.goods(shop, category, List.of("哈尼红米", "遮放贡米", "五常大米", "广南八宝米"), "532529");
    }

    @Test
    void what_cannot_be_bought_is_never_shown() {
        UUID closing = stalls.merchant(Merchant.Kind.COOPERATIVE);
        UUID closed = stalls.goods(closing, stalls.category("豆"), "红芸豆");
        UUID own = stalls.merchant(Merchant.Kind.COOPERATIVE);
        UUID mine = stalls.goods(own, stalls.category("蜜"), "土蜂蜜");
        for (UUID other : List.of(goods.get(1), goods.get(2), closed, mine)) {
            deeds.sellTogether(HERE, 5, goods.get(0), other);
        }
        deeds.learn();
        UUID keeper = account();
        staff.join(own, keeper, StaffRole.OWNER);
        listings.withdraw(goods.get(1), OffShelfReason.OWN_CHOICE);
        suspend(closing);
        Asking asking = new Asking(keeper, HERE, Set.of(goods.get(2)));
        assertThat(everything(recommendations.ofListing(asking, goods.get(0))))
                .doesNotContain(goods.get(0), goods.get(1), goods.get(2), closed, mine);
        assertThat(everything(recommendations.home(asking))).doesNotContain(goods.get(1), goods.get(2), closed, mine);
        assertThat(everything(recommendations.ofListing(stranger(HERE), goods.get(0))))
                .as("somebody else's own goods are goods like any other")
                .contains(mine);
    }

    @Test
    void goods_out_of_stock_are_not_shown() {
        UUID gone = stalls.soldOut(shop, stalls.category("酒"), "包谷酒");
        deeds.sellTogether(HERE, 5, goods.get(0), gone);
        deeds.learn();
        assertThat(everything(recommendations.ofListing(stranger(HERE), goods.get(0))))
                .doesNotContain(gone);
    }

    @Test
    void what_was_shown_and_ignored_sinks() {
        deeds.sellTogether(HERE, 5, goods.get(0), goods.get(1));
        deeds.sellTogether(HERE, 5, goods.get(0), goods.get(2));
        deeds.learn();
        deeds.look(member, goods.get(0));
        List<UUID> before = recommendations.ranked(asking(member), 20);
        UUID first = before.indexOf(goods.get(1)) < before.indexOf(goods.get(2)) ? goods.get(1) : goods.get(2);
        UUID second = first.equals(goods.get(1)) ? goods.get(2) : goods.get(1);
        for (int day = 0; day < 5; day++) {
            deeds.keep(Signal.Kind.SKIP, member, first, clock.now().minus(Duration.ofDays(day)));
        }
        List<UUID> after = recommendations.ranked(asking(member), 20);
        assertThat(after.indexOf(second)).isLessThan(after.indexOf(first));
        deeds.look(member, first);
        List<UUID> again = recommendations.ranked(asking(member), 20);
        assertThat(again.indexOf(first)).as("whoever opens it after all, cares").isLessThan(again.indexOf(second));
    }

    @Test
    void new_goods_and_small_merchants_get_their_share_of_the_places_and_no_more() {
        for (int each = 0; each < 12; each++) {
            UUID seller = stalls.merchant(Merchant.Kind.COOPERATIVE);
            deeds.sellTogether("95", 60, stalls.goods(seller, stalls.category("果" + each), "好卖的果" + each));
        }
        UUID household = stalls.merchant(Merchant.Kind.HOUSEHOLD);
        stalls.goods(household, stalls.category("菜"), "山野菜");
        deeds.learn();
        fairShare.forget();
        Row row = recommendations.home(stranger("95")).getFirst();
        assertThat(row.goods()).hasSize(Recommendations.PLACES);
        List<Integer> theirs = IntStream.range(0, row.goods().size())
                .filter(at -> Set.of(Reason.NEW, Reason.SMALL_MERCHANT)
                        .contains(row.goods().get(at).reason()))
                .boxed()
                .toList();
        assertThat(theirs).isEqualTo(FairShare.POSITIONS).hasSize(FairShare.RESERVED);
        assertThat(ids(recommendations.home(stranger("95")).getFirst()))
                .as("the same for the same person on the same day")
                .isEqualTo(ids(row));
        assertThat(fairShare.drawn("one", 20)).isNotEqualTo(fairShare.drawn("another", 20));
    }

    @Test
    void leaning_is_bounded_and_knows_what_a_member_cares_for() {
        deeds.sellTogether(HERE, 5, goods.get(0), goods.get(1));
        deeds.learn();
        UUID strange = stalls.goods(shop, stalls.category("布"), "土布");
        for (int time = 0; time < 30; time++) {
            deeds.look(member, goods.get(0));
        }
        Map<UUID, Double> leaning = recommendations.leaning(
                recommendations.liking(asking(member)).orElseThrow(), List.of(goods.get(0), goods.get(1), strange));
        assertThat(leaning.values()).allSatisfy(each -> assertThat(each).isBetween(0.0, 1.0));
        assertThat(leaning).containsKeys(goods.get(0), goods.get(1)).doesNotContainKey(strange);
        assertThat(recommendations.liking(asking(Ids.next())))
                .as("somebody new")
                .isEmpty();
    }

    private void suspend(UUID merchant) {
        merchants.suspend(merchant, Suspension.Reason.QUALITY, "", false, "operator");
    }

    private UUID account() {
        String name = "keeper" + Ids.next() + "@recommend.test";
        return ((Registration.Registered) accounts.create(name, "a-long-password", "店长", Set.of(Role.MERCHANT)))
                .account()
                .id();
    }
}
