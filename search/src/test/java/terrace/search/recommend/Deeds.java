package terrace.search.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.sales.BasketSold;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.search.signals.Signal;
import terrace.search.signals.Signals;

/** What people of a test do, and how what they are shown is read. */
@Singleton
class Deeds {
    static final String HERE = "91";

    private final Signals signals;
    private final Learning learning;
    private final Clock clock;

    Deeds(Signals signals, Learning learning, Clock clock) {
        this.signals = signals;
        this.learning = learning;
        this.clock = clock;
    }

    void learn() {
        assertThat(learning.learn()).isTrue();
    }

    void look(UUID who, UUID listing) {
        keep(Signal.Kind.VIEW, who, listing, clock.now());
    }

    void keep(Signal.Kind kind, UUID who, UUID listing, Instant at) {
        signals.keep(List.of(new Signal(Ids.next(), who, kind, listing, 0, at)));
    }

    void buy(UUID who, UUID listing, int daysAgo) {
        Instant at = clock.now().minus(Duration.ofDays(daysAgo));
        signals.sold(new BasketSold(Ids.next(), who, HERE, List.of(listing), at));
    }

    /** So many people each buy all of these. */
    void sellTogether(String province, int times, UUID... together) {
        Instant at = clock.now().minusSeconds(3_600);
        for (int time = 0; time < times; time++) {
            signals.sold(new BasketSold(Ids.next(), Ids.next(), province, List.of(together), at));
        }
    }

    static Asking stranger(String province) {
        return new Asking(null, province, Set.of());
    }

    static Asking asking(UUID member) {
        return new Asking(member, "96", Set.of());
    }

    static Optional<Row> row(List<Row> rows, Row.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).findFirst();
    }

    static List<UUID> ids(Row row) {
        return row.goods().stream().map(each -> each.card().id()).toList();
    }

    static List<UUID> everything(List<Row> rows) {
        return rows.stream().flatMap(row -> ids(row).stream()).toList();
    }
}
