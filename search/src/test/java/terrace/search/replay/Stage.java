package terrace.search.replay;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.catalog.categories.Category;
import terrace.catalog.sales.BasketSold;
import terrace.catalog.sales.SaleFact;
import terrace.catalog.sales.Sales;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.merchants.Merchant;
import terrace.search.recommend.Recommendations;
import terrace.search.recommend.Stalls;
import terrace.search.signals.Signal;
import terrace.search.signals.Signals;

/** The market in which a made-up history is lived again. */
@Singleton
class Stage {
    private static final int SIGNALS_AT_ONCE = 1_000;
    private static final List<String> LEARNED =
            List.of("signal", "basket_line", "neighbour", "popular", "habit", "personal_choice");

    private final Stalls stalls;
    private final Signals signals;
    private final Sales sales;
    private final Jobs jobs;
    private final Clock clock;
    private final Recommendations recommendations;
    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;
    private Instant present = Instant.EPOCH;

    Stage(
            Stalls stalls,
            Signals signals,
            Sales sales,
            Jobs jobs,
            Clock clock,
            Recommendations recommendations,
            JdbcOperations jdbc,
            TransactionOperations<Connection> transactions) {
        this.stalls = stalls;
        this.signals = signals;
        this.sales = sales;
        this.jobs = jobs;
        this.clock = clock;
        this.recommendations = recommendations;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Takes away what was there before; the present is now. */
    void clear() {
        clock.shift(Duration.ZERO);
        present = clock.now();
        transactions.execute(TransactionDefinition.DEFAULT, status -> {
            LEARNED.forEach(table -> jdbc.prepareStatement("delete from search." + table, PreparedStatement::execute));
            return LEARNED.size();
        });
    }

    Instant present() {
        return present;
    }

    void goTo(Instant time) {
        clock.shift(Duration.between(present, time));
    }

    List<UUID> offer(MadeUpMarket market) {
        UUID[] ids = new UUID[market.goods.size()];
        for (int kind = 0; kind < MadeUpMarket.KINDS; kind++) {
            String name = "种类" + kind;
            Category category = stalls.category(name);
            List<Integer> numbers = market.ofKind(kind);
            List<UUID> made = stalls.goods(
                    stalls.merchant(Merchant.Kind.COOPERATIVE),
                    category,
                    numbers.stream().map(number -> name + "之" + number).toList(),
                    "532529");
            for (int at = 0; at < numbers.size(); at++) {
                ids[numbers.get(at)] = made.get(at);
            }
        }
        return List.of(ids);
    }

    void keep(List<Signal> told) {
        for (int from = 0; from < told.size(); from += SIGNALS_AT_ONCE) {
            signals.keep(told.subList(from, Math.min(told.size(), from + SIGNALS_AT_ONCE)));
        }
    }

    void sell(BasketSold basket) {
        signals.sold(basket);
        List<SaleFact> facts = new ArrayList<>();
        for (UUID listing : basket.listingIds()) {
            facts.add(new SaleFact(
                    "replay", "sold", basket.basketId() + "-" + facts.size(), listing, 1, 2_500, basket.at()));
        }
        sales.recordAll(facts);
    }

    void learn() {
        sales.countDue(1_000_000);
        jobs.run("learn-what-goes-together");
    }

    Recommendations recommendations() {
        return recommendations;
    }
}
