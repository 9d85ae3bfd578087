package terrace.search.merchandising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.search.GoodsForSearch;
import terrace.search.merchandising.Rule.Kind;
import terrace.search.merchandising.Rule.Trait;
import terrace.search.merchandising.Ruling.Fault;

/** What operators decide about searches. */
@MicronautTest(transactional = false)
@Property(name = "terrace.clock.may-be-shifted", value = "true")
class MerchandisingTest {
    private static final UUID OPERATOR = new UUID(0, 7);

    @Inject
    Merchandising merchandising;

    @Inject
    GoodsForSearch goods;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @AfterEach
    void tidy() {
        clock.shift(Duration.ZERO);
        merchandising.page(null).forEach(rule -> merchandising.end(OPERATOR, rule.id()));
    }

    @Test
    void words_that_mean_the_same_are_found_by_each_other() {
        made(synonym("土豆， 马铃薯 洋芋"));
        RulesInForce rules = fresh();
        assertThat(rules.synonymsOf("土豆")).containsExactlyInAnyOrder("马铃薯", "洋芋");
        assertThat(rules.of("洋芋 粉", List.of("洋芋", "粉")).synonyms()).isEqualTo(Map.of("洋芋", Set.of("土豆", "马铃薯")));
    }

    @Test
    void a_pin_holds_for_its_text_alone_however_it_is_typed() {
        UUID listing = listing();
        made(pin("红米　５斤", listing, 1));
        assertThat(fresh().of(Merchandising.fold(" 紅米 5斤 "), List.of()).pins()).isEqualTo(Map.of(1, listing));
        assertThat(fresh().of("红米", List.of()).silent()).isTrue();
    }

    @Test
    void what_is_hidden_everywhere_is_not_pinned_either() {
        UUID listing = listing();
        made(pin("红米", listing, 1));
        made(rule(Kind.HIDE, "", "", listing, 0, null, "", 0, null, null));
        Steering steering = fresh().of("红米", List.of());
        assertThat(steering.hidden()).containsExactly(listing);
        assertThat(steering.pins()).isEmpty();
    }

    @Test
    void goods_to_be_boosted_are_named_as_people_call_them() {
        goods.category("boosted-tea", "加权的茶", "Boosted tea");
        assertThat(merchandising.called(Trait.CATEGORY, " 加权的茶 ")).containsExactly(same("boosted-tea"));
        assertThat(merchandising.called(Trait.CATEGORY, "boosted TEA")).containsExactly(same("boosted-tea"));
        assertThat(merchandising.called(Trait.PROVINCE, "云南")).containsExactly(same("53"));
        assertThat(merchandising.called(Trait.COUNTY, "云南 红河县")).containsExactly(same(GoodsForSearch.RED_RIVER));
        assertThat(merchandising.called(Trait.COUNTY, "鼓楼区")).hasSizeGreaterThan(1);
        assertThat(faults(rule(Kind.BOOST, "", "", null, 0, Trait.COUNTY, "鼓楼区", 2, null, null)))
                .containsExactly(Fault.SEVERAL_SUCH_GOODS);
        made(rule(Kind.BOOST, "", "", null, 0, Trait.CATEGORY, "加权的茶", 2, null, null));
        assertThat(fresh().of("茶", List.of("茶")).boosts())
                .contains(new Steering.Boost(Trait.CATEGORY, "boosted-tea", 2));
    }

    private static Called same(String code) {
        return new Called(code, code);
    }

    @Test
    void a_boost_names_goods_that_are_there() {
        assertThat(faults(rule(Kind.BOOST, "", "", null, 0, Trait.COUNTY, "999999", 2, null, null)))
                .containsExactly(Fault.NO_SUCH_GOODS);
        assertThat(faults(rule(Kind.BOOST, "", "", null, 0, Trait.COUNTY, GoodsForSearch.RED_RIVER, 4, null, null)))
                .containsExactly(Fault.STRENGTH_OUT_OF_RANGE);
        made(rule(Kind.BOOST, "", "", null, 0, Trait.COUNTY, GoodsForSearch.RED_RIVER, -2, null, null));
        assertThat(fresh().of("茶", List.of("茶")).boosts())
                .containsExactly(new Steering.Boost(Trait.COUNTY, GoodsForSearch.RED_RIVER, -2));
    }

    @Test
    void what_is_not_whole_is_refused_with_each_reason() {
        assertThat(faults(synonym("土豆"))).containsExactly(Fault.WORDS_TOO_FEW);
        assertThat(faults(synonym("1 2 3 4 5 6 7 8 9"))).containsExactly(Fault.WORDS_TOO_MANY);
        assertThat(faults(synonym("土豆 " + "很".repeat(21)))).containsExactly(Fault.WORD_TOO_LONG);
        assertThat(faults(pin("", new UUID(0, 1), 11)))
                .containsExactly(Fault.ASKED_MISSING, Fault.NO_SUCH_LISTING, Fault.PLACE_OUT_OF_RANGE);
        assertThat(faults(pin("米".repeat(61), new UUID(0, 1), 1)))
                .containsExactly(Fault.ASKED_TOO_LONG, Fault.NO_SUCH_LISTING);
    }

    @Test
    void a_rule_holds_from_its_first_day_to_the_end_of_its_last() {
        LocalDate today = clock.today();
        assertThat(faults(dated(today, today.minusDays(1)))).contains(Fault.DAYS_ARE_OVER, Fault.DAYS_TURNED_ROUND);
        made(dated(today.plusDays(2), today.plusDays(3)));
        assertThat(fresh().synonymsOf("稻花香")).isEmpty();
        clock.shift(Duration.ofDays(2));
        assertThat(fresh().synonymsOf("稻花香")).containsExactly("五优稻");
        clock.shift(Duration.ofDays(4));
        assertThat(fresh().synonymsOf("稻花香")).isEmpty();
    }

    @Test
    void sent_twice_or_at_once_it_is_one_rule() throws Exception {
        NewRule wanted = synonym("花菜 菜花 花椰菜");
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Ruling>> rulings = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> {
                        go.await();
                        return merchandising.make(OPERATOR, wanted);
                    }))
                    .toList();
            go.countDown();
            for (Future<Ruling> ruling : rulings) {
                assertThat(ruling.get()).isInstanceOf(Ruling.Made.class);
            }
        }
        assertThat(merchandising.page(null).stream()
                        .filter(rule -> !rule.ended())
                        .map(Rule::id))
                .containsExactly(wanted.id());
    }

    @Test
    void an_ended_rule_does_nothing_and_is_put_back_once() {
        Rule rule = made(synonym("红薯 地瓜"));
        assertThat(merchandising.end(OPERATOR, rule.id())).isTrue();
        assertThat(merchandising.end(OPERATOR, rule.id())).isFalse();
        assertThat(fresh().synonymsOf("红薯")).isEmpty();
        Rule again = merchandising.putBack(OPERATOR, rule.id()).orElseThrow();
        assertThat(merchandising.putBack(OPERATOR, rule.id())).isEmpty();
        assertThat(again.words()).isEqualTo(rule.words());
        assertThat(fresh().synonymsOf("红薯")).containsExactly("地瓜");
        assertThat(merchandising.putBack(OPERATOR, again.id())).isEmpty();
    }

    @Test
    void a_draft_can_be_looked_at_without_being_in_force() {
        NewRule draft = synonym("番茄 西红柿");
        assertThat(merchandising.with(OPERATOR, draft).synonymsOf("番茄")).containsExactly("西红柿");
        assertThat(fresh().synonymsOf("番茄")).isEmpty();
        Rule rule = made(draft);
        assertThat(merchandising.without(rule.id()).synonymsOf("番茄")).isEmpty();
    }

    @Test
    void searches_hear_of_a_rule_within_seconds_and_pages_made_before_serve_no_more() throws Exception {
        String before = merchandising.inForce().version();
        made(synonym("猕猴桃 奇异果"));
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (merchandising.inForce().synonymsOf("奇异果").isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(merchandising.inForce().synonymsOf("奇异果")).containsExactly("猕猴桃");
        assertThat(merchandising.inForce().version()).isNotEqualTo(before);
    }

    @Test
    void the_application_cannot_make_a_rule_unhappen() {
        made(synonym("苞谷 玉米"));
        assertThatThrownBy(() -> transactions.executeWrite(
                        status -> jdbc.prepareStatement("delete from search.rule", PreparedStatement::executeUpdate)))
                .hasStackTraceContaining("permission denied");
    }

    private UUID listing() {
        return goods.publish(goods.category("rice", "大米", "Rice"), "红河红米", GoodsForSearch.RED_RIVER, 3900)
                .id();
    }

    private RulesInForce fresh() {
        return merchandising.present();
    }

    private Rule made(NewRule wanted) {
        assertThat(merchandising.faults(wanted)).isEmpty();
        return ((Ruling.Made) merchandising.make(OPERATOR, wanted)).rule();
    }

    private Set<Fault> faults(NewRule wanted) {
        return ((Ruling.Refused) merchandising.make(OPERATOR, wanted)).faults();
    }

    private static NewRule synonym(String words) {
        return rule(Kind.SYNONYM, "", words, null, 0, null, "", 0, null, null);
    }

    private static NewRule pin(String asked, UUID listing, int place) {
        return rule(Kind.PIN, asked, "", listing, place, null, "", 0, null, null);
    }

    private static NewRule dated(LocalDate first, LocalDate last) {
        return rule(Kind.SYNONYM, "", "稻花香 五优稻", null, 0, null, "", 0, first, last);
    }

    private static NewRule rule(
            Kind kind,
            String asked,
            String words,
            @Nullable UUID listing,
            int place,
            @Nullable Trait trait,
            String value,
            int strength,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        return new NewRule(
                Ids.next(), kind, asked, words, listing, place, trait, value, strength, first, last, "for a test");
    }
}
