package terrace.search.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Category;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.sales.BasketSold;
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
import terrace.search.signals.PersonalRanking;
import terrace.search.signals.Signal;
import terrace.search.signals.Signals;

@MicronautTest(transactional = false)
@Property(name = "terrace.search.running", value = "false")
class RecommendationsTest {
    private static final String HERE = "91";
    private static final String THERE = "92";

    @Inject
    Recommendations recommendations;

    @Inject
    Learning learning;

    @Inject
    LearnedRows learned;

    @Inject
    FairShare fairShare;

    @Inject
    Signals signals;

    @Inject
    PersonalRanking choice;

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
    void goods_paid_for_together_stand_beside_each_other() {
        sellTogether(HERE, 4, goods.get(0), goods.get(1));
        sellTogether(HERE, 4, goods.get(0), goods.get(2));
        learn();
        Row row = row(recommendations.ofListing(stranger(HERE), goods.get(0)), Row.Kind.TOGETHER)
                .orElseThrow();
        assertThat(ids(row)).containsExactlyInAnyOrder(goods.get(1), goods.get(2));
        assertThat(row.goods())
                .allSatisfy(each -> assertThat(each.reason()).isEqualTo(Reason.TOGETHER))
                .allSatisfy(each -> assertThat(each.because()).isEqualTo("哈尼红米"));
        Row basket = row(recommendations.ofBasket(stranger(HERE), Set.of(goods.get(1))), Row.Kind.TOGETHER)
                .orElseThrow();
        assertThat(ids(basket)).containsExactly(goods.get(0));
    }

    @Test
    void a_pair_seen_once_is_worth_less_than_one_seen_often() {
        sellTogether(HERE, 1, goods.get(0), goods.get(1));
        sellTogether(HERE, 6, goods.get(2), goods.get(3));
        learn();
        Map<UUID, Map<UUID, Double>> near = learned.neighbours(goods, List.of(LearnedRows.Basis.TOGETHER));
        double once = near.getOrDefault(goods.get(0), Map.of()).getOrDefault(goods.get(1), 0.0);
        double often = near.getOrDefault(goods.get(2), Map.of()).getOrDefault(goods.get(3), 0.0);
        // n/(n+4), all of their baskets being common: 1/5 and 6/10
        assertThat(once).isEqualTo(0.2);
        assertThat(often).isEqualTo(0.6);
    }

    @Test
    void what_goes_with_what_a_member_looked_at_is_for_them_and_says_so() {
        sellTogether(THERE, 5, goods.get(0), goods.get(1));
        learn();
        look(member, goods.get(0));
        Row row = row(recommendations.home(of(member)), Row.Kind.FOR_YOU).orElseThrow();
        assertThat(row.goods().subList(0, 3)).anySatisfy(each -> {
            assertThat(each.card().id()).isEqualTo(goods.get(1));
            assertThat(each.reason()).isEqualTo(Reason.LOOKED);
            assertThat(each.because()).isEqualTo("哈尼红米");
        });
        assertThat(row.goods().getFirst().card().id()).isIn(goods.get(0), goods.get(1));
    }

    @Test
    void two_members_see_different_pages() {
        List<UUID> teas = stalls.goods(shop, stalls.category("茶"), List.of("紫阳富硒茶", "汉阴绿茶", "岚皋毛尖"), "610924");
        UUID other = Ids.next();
        look(member, goods.get(0));
        look(other, teas.get(0));
        assertThat(ids(recommendations.home(of(member)).getFirst()))
                .isNotEqualTo(ids(recommendations.home(of(other)).getFirst()));
        assertThat(recommendations
                        .home(of(other))
                        .getFirst()
                        .goods()
                        .getFirst()
                        .card()
                        .id())
                .isIn(teas);
        Row because = row(recommendations.ofListing(of(other), teas.get(0)), Row.Kind.SIMILAR)
                .orElseThrow();
        assertThat(ids(because)).containsExactlyInAnyOrder(teas.get(1), teas.get(2));
    }

    @Test
    void whoever_turned_it_off_sees_what_strangers_see() {
        look(member, goods.get(0));
        choice.turnOff(member);
        List<Row> rows = recommendations.home(of(member));
        assertThat(rows).extracting(Row::kind).isSubsetOf(Row.Kind.PROVINCE, Row.Kind.POPULAR);
        assertThat(recommendations.leaning(member, goods)).isEmpty();
    }

    @Test
    void what_cannot_be_bought_is_never_shown() {
        UUID closing = stalls.merchant(Merchant.Kind.COOPERATIVE);
        UUID closed = stalls.goods(closing, stalls.category("豆"), "红芸豆");
        UUID own = stalls.merchant(Merchant.Kind.COOPERATIVE);
        UUID mine = stalls.goods(own, stalls.category("蜜"), "土蜂蜜");
        for (UUID other : List.of(goods.get(1), goods.get(2), closed, mine)) {
            sellTogether(HERE, 5, goods.get(0), other);
        }
        learn();
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
        sellTogether(HERE, 5, goods.get(0), gone);
        learn();
        assertThat(everything(recommendations.ofListing(stranger(HERE), goods.get(0))))
                .doesNotContain(gone);
    }

    @Test
    void what_was_shown_and_ignored_sinks() {
        sellTogether(HERE, 5, goods.get(0), goods.get(1));
        sellTogether(HERE, 5, goods.get(0), goods.get(2));
        learn();
        look(member, goods.get(0));
        List<UUID> before = recommendations.ranked(of(member), 20);
        UUID first = before.indexOf(goods.get(1)) < before.indexOf(goods.get(2)) ? goods.get(1) : goods.get(2);
        UUID second = first.equals(goods.get(1)) ? goods.get(2) : goods.get(1);
        for (int day = 0; day < 5; day++) {
            keep(Signal.Kind.SKIP, member, first, clock.now().minus(Duration.ofDays(day)));
        }
        List<UUID> after = recommendations.ranked(of(member), 20);
        assertThat(after.indexOf(second)).isLessThan(after.indexOf(first));
        look(member, first);
        List<UUID> again = recommendations.ranked(of(member), 20);
        assertThat(again.indexOf(first)).as("whoever opens it after all, cares").isLessThan(again.indexOf(second));
    }

    @Test
    void what_is_used_up_comes_again_in_its_time() {
        UUID rice = goods.get(0);
        for (int person = 0; person < 6; person++) {
            UUID buyer = Ids.next();
            buy(buyer, rice, 40);
            buy(buyer, rice, 20);
        }
        buy(member, rice, 21);
        UUID yesterday = Ids.next();
        buy(yesterday, rice, 1);
        learn();
        Row row = row(recommendations.home(of(member)), Row.Kind.AGAIN)
                .or(() -> row(recommendations.home(of(member)), Row.Kind.FOR_YOU))
                .orElseThrow();
        assertThat(row.goods()).anySatisfy(each -> {
            assertThat(each.card().id()).isEqualTo(rice);
            assertThat(each.reason()).isEqualTo(Reason.AGAIN);
        });
        List<UUID> due = recommendations.ranked(of(member), 1_000);
        List<UUID> full = recommendations.ranked(of(yesterday), 1_000);
        assertThat(due.indexOf(rice)).isLessThan(full.indexOf(rice));
    }

    @Test
    void each_province_sees_what_sells_there() {
        sellTogether("93", 80, goods.get(0));
        sellTogether("94", 80, goods.get(1));
        learn();
        Row one = recommendations.home(stranger("93")).getFirst();
        Row other = recommendations.home(stranger("94")).getFirst();
        assertThat(one.kind()).isEqualTo(Row.Kind.PROVINCE);
        assertThat(one.goods().getFirst().card().id()).isEqualTo(goods.get(0));
        assertThat(other.goods().getFirst().card().id()).isEqualTo(goods.get(1));
        assertThat(one.goods().getFirst().reason()).isEqualTo(Reason.PROVINCE);
    }

    @Test
    void new_goods_and_small_merchants_get_their_share_of_the_places_and_no_more() {
        for (int each = 0; each < 12; each++) {
            UUID seller = stalls.merchant(Merchant.Kind.COOPERATIVE);
            sellTogether("95", 60, stalls.goods(seller, stalls.category("果" + each), "好卖的果" + each));
        }
        UUID household = stalls.merchant(Merchant.Kind.HOUSEHOLD);
        stalls.goods(household, stalls.category("菜"), "山野菜");
        learn();
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
        sellTogether(HERE, 5, goods.get(0), goods.get(1));
        learn();
        UUID strange = stalls.goods(shop, stalls.category("布"), "土布");
        for (int time = 0; time < 30; time++) {
            look(member, goods.get(0));
        }
        Map<UUID, Double> leaning = recommendations.leaning(member, List.of(goods.get(0), goods.get(1), strange));
        assertThat(leaning.values()).allSatisfy(each -> assertThat(each).isBetween(0.0, 1.0));
        assertThat(leaning).containsKeys(goods.get(0), goods.get(1)).doesNotContainKey(strange);
        assertThat(recommendations.leaning(Ids.next(), goods))
                .as("somebody new")
                .isEmpty();
    }

    @Test
    void learning_twice_and_at_once_learns_the_same() throws Exception {
        sellTogether(HERE, 3, goods.get(0), goods.get(1));
        learn();
        Map<UUID, Map<UUID, Double>> before = learned.neighbours(goods, List.of(LearnedRows.Basis.TOGETHER));
        List<Callable<Boolean>> runs = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            runs.add(learning::learn);
        }
        try (ExecutorService hands = Executors.newFixedThreadPool(runs.size())) {
            for (Future<Boolean> run : hands.invokeAll(runs)) {
                run.get();
            }
        }
        assertThat(learned.neighbours(goods, List.of(LearnedRows.Basis.TOGETHER)))
                .isEqualTo(before)
                .isNotEmpty();
    }

    private UUID account() {
        String name = "keeper" + Ids.next() + "@recommend.test";
        return ((Registration.Registered) accounts.create(name, "a-long-password", "店长", Set.of(Role.MERCHANT)))
                .account()
                .id();
    }

    private void learn() {
        assertThat(learning.learn()).isTrue();
    }

    private void suspend(UUID merchant) {
        merchants.suspend(merchant, Suspension.Reason.QUALITY, "", false, "operator");
    }

    private void look(UUID who, UUID listing) {
        keep(Signal.Kind.VIEW, who, listing, clock.now());
    }

    private void keep(Signal.Kind kind, UUID who, UUID listing, Instant at) {
        signals.keep(List.of(new Signal(Ids.next(), who, kind, listing, 0, at)));
    }

    private void buy(UUID who, UUID listing, int daysAgo) {
        signals.sold(new BasketSold(
                Ids.next(), who, HERE, List.of(listing), clock.now().minus(Duration.ofDays(daysAgo))));
    }

    private void sellTogether(String province, int times, UUID... together) {
        for (int time = 0; time < times; time++) {
            signals.sold(new BasketSold(
                    Ids.next(),
                    Ids.next(),
                    province,
                    List.of(together),
                    clock.now().minusSeconds(3_600)));
        }
    }

    private static Asking stranger(String province) {
        return new Asking(null, province, Set.of());
    }

    private static Asking of(UUID member) {
        return new Asking(member, "96", Set.of());
    }

    private static Optional<Row> row(List<Row> rows, Row.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).findFirst();
    }

    private static List<UUID> ids(Row row) {
        return row.goods().stream().map(each -> each.card().id()).toList();
    }

    private static List<UUID> everything(List<Row> rows) {
        return rows.stream().flatMap(row -> ids(row).stream()).toList();
    }
}
