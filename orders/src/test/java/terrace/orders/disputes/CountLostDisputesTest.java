package terrace.orders.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.impact.Impact;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.PaidSales;
import terrace.orders.purchases.Order;
import terrace.orders.returns.Goodwill;

/** 1,000 fen of goods and 800 of carriage, 500 grams a piece. */
@MicronautTest(transactional = false)
class CountLostDisputesTest {
    private static final UUID SOMEBODY = new UUID(0, 3);

    @Inject
    Disputes disputes;

    @Inject
    CountLostDisputes counting;

    @Inject
    Goodwill goodwill;

    @Inject
    Campaigns campaigns;

    @Inject
    Impact impact;

    @Inject
    EventWorker worker;

    @Inject
    Bazaar bazaar;

    @Inject
    PaidSales sales;

    @Inject
    Clock clock;

    private UUID campaign = SOMEBODY;
    private Order order;

    @BeforeEach
    void accepted() {
        UUID merchant = bazaar.merchant();
        Goods rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_000, 500, 100);
        Instant now = clock.now();
        campaign = campaigns
                .define(new NewCampaign(
                        "red-rice-" + Ids.next(),
                        "哈尼，我们来帮你",
                        "Help the Hani",
                        "",
                        "",
                        3_000_000,
                        now.minus(Duration.ofHours(1)),
                        now.plus(Duration.ofDays(5)),
                        "",
                        "",
                        450,
                        Campaign.Basis.DECLARED,
                        List.of(rice.listingId())))
                .id();
        order = sales.paid(bazaar.member(), rice, 2);
        sales.accept(order);
        worker.drain();
    }

    @Test
    void what_stays_away_is_taken_off_once_and_what_is_open_or_won_is_not() {
        assertThat(sold()).isEqualTo(2_000);
        Dispute won = opened(700);
        Dispute lost = opened(1_400);
        worker.drain();
        assertThat(sold()).as("undecided").isEqualTo(2_000);
        disputes.decide(won.id(), true, SOMEBODY);
        disputes.decide(lost.id(), false, SOMEBODY);
        disputes.decide(lost.id(), false, SOMEBODY);
        worker.drain();
        counting.on(new DisputeLost(lost.id()));
        assertThat(sold()).as("half of what was paid").isEqualTo(1_000);
        assertThat(helped()).isEqualTo(1_000);
        assertThat(campaigns.progress(campaign).grams()).isEqualTo(500);
    }

    @Test
    void of_what_went_back_before_nothing_is_taken_off_twice() {
        goodwill.give(order.merchantId(), order.number(), Ids.next(), 1, 1_500, "broken", SOMEBODY);
        worker.drain();
        Dispute lost = opened(1_300);
        disputes.decide(lost.id(), false, SOMEBODY);
        worker.drain();
        assertThat(sold()).isZero();
        assertThat(helped()).isZero();
    }

    private Dispute opened(long fen) {
        return ((Disputing.Opened) disputes.open(order.number(), "case-" + Ids.next(), fen, "", SOMEBODY)
                        .orElseThrow())
                .dispute();
    }

    private long sold() {
        campaigns.forget(campaign);
        return campaigns.progress(campaign).fen();
    }

    private long helped() {
        return impact.helped(List.of(order.number())).orElseThrow().sum().fen();
    }
}
