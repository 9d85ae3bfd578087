package terrace.orders.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignSale;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Shopping;

@MicronautTest(transactional = false)
class CountCampaignSalesTest {
    @Inject
    CountCampaignSales counting;

    @Inject
    Campaigns campaigns;

    @Inject
    EventWorker worker;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Clock clock;

    @Test
    void what_is_paid_counts_for_its_campaign_once() {
        UUID merchant = bazaar.merchant();
        Goods rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 100);
        Instant now = clock.now();
        campaigns.define(new NewCampaign(
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
                List.of(rice.listingId())));
        Purchase purchase = shopping.bought(bazaar.member(), Map.of(rice, 3));
        Order order = purchase.orders().getFirst();
        worker.drain();
        counting.on(new PurchasePaid(purchase.id(), purchase.memberId()));

        assertThat(campaigns.countSale(fact(order, 1, rice)))
                .as("counted before")
                .isFalse();
        assertThat(campaigns.countSale(fact(order, 2, rice)))
                .as("a line that is not there")
                .isTrue();
    }

    private CampaignSale fact(Order order, int position, Goods goods) {
        return new CampaignSale(
                order.number(), CampaignSale.Kind.SOLD, position, goods.listingId(), 1_500, 3_750, clock.now());
    }
}
