package terrace.house;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every rule is asked twice: of the house, where it must hold, and of an offender, whom it must catch. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {
    private static final JavaClasses HOUSE = House.classes();
    private static final int CLASSES_MIN = 400;

    @Test
    void the_whole_house_is_looked_at() {
        assertThat(HOUSE.size()).isGreaterThan(CLASSES_MIN);
        assertThat(planned())
                .as("features of the plan that the house does not have, or the other way round")
                .isEqualTo(built());
    }

    @Test
    void every_feature_has_its_place_in_the_plan() {
        holds(Rules.FEATURES_ARE_LISTED);
        catches(Rules.FEATURES_ARE_LISTED, "terrace.catalog.surprise", "class Surprise {}");
    }

    @Test
    void modules_call_down_and_never_up() {
        holds(Rules.MODULES_CALL_DOWN);
        catches(Rules.MODULES_CALL_DOWN, "terrace.catalog.sales", "class Up { terrace.orders.cart.Carts carts; }");
        catches(Rules.MODULES_CALL_DOWN, "terrace.orders.cart", """
                class Across { void look(terrace.search.query.ListingSearch search) {} }""");
    }

    @Test
    void features_call_those_before_them_and_never_in_circles() {
        holds(Rules.FEATURES_CALL_DOWN);
        catches(Rules.FEATURES_CALL_DOWN, "terrace.catalog.categories", """
                class Up { Object get(terrace.catalog.listings.Listings listings) { return listings.toString(); } }""");
    }

    @Test
    void repositories_are_known_to_their_feature_only() {
        holds(Rules.REPOSITORIES_ARE_HIDDEN);
        catches(Rules.REPOSITORIES_ARE_HIDDEN, "terrace.catalog.sales", """
                @io.micronaut.data.jdbc.annotation.JdbcRepository(
                        dialect = io.micronaut.data.model.query.builder.sql.Dialect.POSTGRES)
                public interface OpenRepository {}""");
    }

    @Test
    void sql_is_known_only_where_rows_are_kept() {
        holds(Rules.NO_SQL_WHERE_NO_ROWS_ARE_KEPT);
        catches(Rules.NO_SQL_WHERE_NO_ROWS_ARE_KEPT, "terrace.orders.pricing", """
                class Asks { void ask(java.sql.PreparedStatement statement) throws java.sql.SQLException {} }""");
    }

    @Test
    void web_stores_and_decides_nothing() {
        holds(Rules.WEB_STORES_NOTHING);
        catches(Rules.WEB_STORES_NOTHING, "terrace.web.buying", """
                class Stores { io.micronaut.data.jdbc.runtime.JdbcOperations jdbc; }""");
        holds(Rules.WEB_DECIDES_NOTHING);
        catches(Rules.WEB_DECIDES_NOTHING, "terrace.web.buying", """
                class Decides { @io.micronaut.transaction.annotation.Transactional void decide() {} }""");
    }

    @Test
    void only_search_knows_elasticsearch() {
        ArchRule client = Rules.onlyIn("terrace.search..", "co.elastic..");
        holds(client);
        catches(client, "terrace.catalog.listings", """
                class Finds { co.elastic.clients.elasticsearch.ElasticsearchClient client; }""");
        ArchRule server = Rules.onlyIn("terrace.search.node.. org.elasticsearch..", "org.elasticsearch..");
        holds(server);
        // The server is not on this class path: its part is played by a class of its name.
        assertThat(server.evaluate(Offender.of(
                                "org.elasticsearch.node",
                                "public class Node {}",
                                "terrace.search.query",
                                "class Starts { org.elasticsearch.node.Node node; }"))
                        .hasViolation())
                .isTrue();
        ArchRule words = Rules.onlyIn("terrace.search.words..", "com.hankcs..");
        holds(words);
        catches(words, "terrace.search.query", "class Parts { com.hankcs.hanlp.HanLP words; }");
    }

    @Test
    void only_adapters_call_other_machines() {
        ArchRule http = Rules.onlyIn(
                "terrace.marketplace.files.. terrace.marketplace.feeds.. terrace.orders.gateway.."
                        + " terrace.orders.stripe.. terrace.orders.ccb.. terrace.orders.traces.."
                        + " terrace.bank.notices..",
                "java.net.http..",
                "io.micronaut.http.client..");
        holds(http);
        catches(http, "terrace.orders.payment", "class Pays { java.net.http.HttpClient bank; }");
        catches(http, "terrace.web.buying", """
                class Proxies { io.micronaut.http.client.HttpClient other; }""");
    }

    @Test
    void only_its_channel_knows_stripe() {
        ArchRule stripe = Rules.onlyIn("terrace.orders.stripe..", "com.stripe..");
        holds(stripe);
        catches(stripe, "terrace.orders.payment", "class Pays { com.stripe.StripeClient bank; }");
    }

    @Test
    void only_notices_know_mail() {
        ArchRule mail = Rules.onlyIn("terrace.marketplace.notices..", "jakarta.mail..", "org.eclipse.angus..");
        holds(mail);
        catches(mail, "terrace.marketplace.merchants", "class Writes { jakarta.mail.Message letter; }");
    }

    @Test
    void names_say_what_a_thing_is() {
        holds(Rules.BANNED_NAMES_ARE_NOT_USED);
        for (String name : List.of(
                "OrderImpl",
                "OrderUtil",
                "OrderHelper",
                "OrderManager",
                "OrderService",
                "OrderDto",
                "OrderEntity",
                "AbstractOrder",
                "BaseOrder")) {
            catches(Rules.BANNED_NAMES_ARE_NOT_USED, "terrace.orders.purchases", "class " + name + " {}");
        }
    }

    @Test
    void the_time_of_business_comes_from_the_clock() {
        holds(Rules.TIME_COMES_FROM_THE_CLOCK);
        for (String now : List.of(
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "System.currentTimeMillis()",
                "new java.util.Date()",
                "java.time.Clock.systemUTC()")) {
            catches(Rules.TIME_COMES_FROM_THE_CLOCK, "terrace.orders.purchases", """
                    class Late { Object now() { return %s; } }""".formatted(now));
        }
        catches(Rules.TIME_COMES_FROM_THE_CLOCK, "terrace.orders.purchases", """
                class Later { java.util.function.Supplier<java.time.Instant> now = java.time.Instant::now; }""");
    }

    @Test
    void money_is_never_a_fraction() {
        holds(Rules.MONEY_NEVER_FLOATS);
        catches(Rules.MONEY_NEVER_FLOATS, "terrace.catalog.listings", "record Offer(double priceYuan) {}");
        catches(Rules.MONEY_NEVER_FLOATS, "terrace.web.buying", "class Cart { Float fen() { return 1f; } }");
        catches(Rules.MONEY_NEVER_FLOATS, "terrace.orders.ledger", "class Share { void of(double share) {} }");
    }

    @Test
    void null_is_always_spelt_out() {
        holds(Rules.PACKAGES_ARE_NULL_MARKED);
        catches(Rules.PACKAGES_ARE_NULL_MARKED, "terrace.catalog.bare", "class Bare {}");
    }

    @Test
    void every_controller_says_who_may_come() {
        holds(Rules.CONTROLLERS_ARE_SECURED);
        catches(Rules.CONTROLLERS_ARE_SECURED, "terrace.web.buying", """
                @io.micronaut.http.annotation.Controller
                class Open { @io.micronaut.http.annotation.Get void look() {} }""");
    }

    @Test
    void beans_are_made_by_the_framework_alone() {
        holds(Rules.BEANS_ARE_MADE_INSIDE);
        catches(Rules.BEANS_ARE_MADE_INSIDE, "terrace.catalog.sales", """
                @jakarta.inject.Singleton public class Sold { public Sold() {} }""");
    }

    @Test
    void events_are_records_with_a_name_that_lasts() {
        holds(Rules.EVENTS_ARE_NAMED_RECORDS);
        catches(Rules.EVENTS_ARE_NAMED_RECORDS, "terrace.catalog.sales", """
                record Sold(long grams) implements terrace.marketplace.events.Event {}""");
    }

    private static void holds(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static void catches(ArchRule rule, String packageName, String source) {
        assertThat(rule.evaluate(Offender.of(packageName, source)).hasViolation())
                .as("%s catches %s", rule.getDescription(), source)
                .isTrue();
    }

    private static Set<String> planned() {
        return House.MODULES.stream()
                .filter(House.Module::built)
                .flatMap(module -> Stream.of(module.features().split("[\\s+]+", -1))
                        .filter(feature -> !feature.isEmpty())
                        .map(feature -> module.root() + "." + feature))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> built() {
        return HOUSE.stream()
                .flatMap(type -> House.moduleOf(type).stream()
                        .map(module -> module.root() + "." + module.featureOf(type))
                        .filter(feature -> !feature.endsWith(".")))
                .collect(toCollection(TreeSet::new));
    }
}
