package terrace.search.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static terrace.search.recommend.Deeds.HERE;
import static terrace.search.recommend.Deeds.asking;
import static terrace.search.recommend.Deeds.ids;
import static terrace.search.recommend.Deeds.row;
import static terrace.search.recommend.Deeds.stranger;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Category;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.search.signals.PersonalRanking;

@MicronautTest(transactional = false)
@Property(name = "terrace.search.running", value = "false")
class RecommendationsTest {
    private static final String THERE = "92";

    @Inject
    Recommendations recommendations;

    @Inject
    Learning learning;

    @Inject
    LearnedRows learned;

    @Inject
    Deeds deeds;

    @Inject
    PersonalRanking choice;

    @Inject
    Stalls stalls;

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
        deeds.sellTogether(HERE, 4, goods.get(0), goods.get(1));
        deeds.sellTogether(HERE, 4, goods.get(0), goods.get(2));
        deeds.learn();
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
        deeds.sellTogether(HERE, 1, goods.get(0), goods.get(1));
        deeds.sellTogether(HERE, 6, goods.get(2), goods.get(3));
        deeds.learn();
        Map<UUID, Map<UUID, Double>> near = learned.neighbours(goods, List.of(LearnedRows.Basis.TOGETHER));
        double once = near.getOrDefault(goods.get(0), Map.of()).getOrDefault(goods.get(1), 0.0);
        double often = near.getOrDefault(goods.get(2), Map.of()).getOrDefault(goods.get(3), 0.0);
        // n/(n+4), all of their baskets being common: 1/5 and 6/10
        assertThat(once).isEqualTo(0.2);
        assertThat(often).isEqualTo(0.6);
    }

    @Test
    void what_goes_with_what_a_member_looked_at_is_for_them_and_says_so() {
        deeds.sellTogether(THERE, 5, goods.get(0), goods.get(1));
        deeds.learn();
        deeds.look(member, goods.get(0));
        Row row = row(recommendations.home(asking(member)), Row.Kind.FOR_YOU).orElseThrow();
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
        deeds.look(member, goods.get(0));
        deeds.look(other, teas.get(0));
        assertThat(ids(recommendations.home(asking(member)).getFirst()))
                .isNotEqualTo(ids(recommendations.home(asking(other)).getFirst()));
        assertThat(recommendations
                        .home(asking(other))
                        .getFirst()
                        .goods()
                        .getFirst()
                        .card()
                        .id())
                .isIn(teas);
        Row because = row(recommendations.ofListing(asking(other), teas.get(0)), Row.Kind.SIMILAR)
                .orElseThrow();
        assertThat(ids(because)).containsExactlyInAnyOrder(teas.get(1), teas.get(2));
    }

    @Test
    void whoever_turned_it_off_sees_what_strangers_see() {
        deeds.look(member, goods.get(0));
        choice.turnOff(member);
        List<Row> rows = recommendations.home(asking(member));
        assertThat(rows).extracting(Row::kind).isSubsetOf(Row.Kind.PROVINCE, Row.Kind.POPULAR);
        assertThat(recommendations.liking(asking(member))).isEmpty();
    }

    @Test
    void what_is_used_up_comes_again_in_its_time() {
        UUID rice = goods.get(0);
        for (int person = 0; person < 6; person++) {
            UUID buyer = Ids.next();
            deeds.buy(buyer, rice, 40);
            deeds.buy(buyer, rice, 20);
        }
        deeds.buy(member, rice, 21);
        UUID yesterday = Ids.next();
        deeds.buy(yesterday, rice, 1);
        deeds.learn();
        Row row = row(recommendations.home(asking(member)), Row.Kind.AGAIN)
                .or(() -> row(recommendations.home(asking(member)), Row.Kind.FOR_YOU))
                .orElseThrow();
        assertThat(row.goods()).anySatisfy(each -> {
            assertThat(each.card().id()).isEqualTo(rice);
            assertThat(each.reason()).isEqualTo(Reason.AGAIN);
        });
        List<UUID> due = recommendations.ranked(asking(member), 1_000);
        List<UUID> full = recommendations.ranked(asking(yesterday), 1_000);
        assertThat(due.indexOf(rice)).isLessThan(full.indexOf(rice));
    }

    @Test
    void each_province_sees_what_sells_there() {
        deeds.sellTogether("93", 80, goods.get(0));
        deeds.sellTogether("94", 80, goods.get(1));
        deeds.learn();
        Row one = recommendations.home(stranger("93")).getFirst();
        Row other = recommendations.home(stranger("94")).getFirst();
        assertThat(one.kind()).isEqualTo(Row.Kind.PROVINCE);
        assertThat(one.goods().getFirst().card().id()).isEqualTo(goods.get(0));
        assertThat(other.goods().getFirst().card().id()).isEqualTo(goods.get(1));
        assertThat(one.goods().getFirst().reason()).isEqualTo(Reason.PROVINCE);
    }

    @Test
    void learning_twice_and_at_once_learns_the_same() throws Exception {
        deeds.sellTogether(HERE, 3, goods.get(0), goods.get(1));
        deeds.learn();
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
}
