package terrace.catalog.flashsales;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.enrolments.Enrolment;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.enrolments.NewEnrolment.Wanted;
import terrace.catalog.enrolments.SampleCampaigns;
import terrace.catalog.enrolments.Signing;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.stock.Holding;
import terrace.catalog.stock.Stock;
import terrace.catalog.stock.Wish;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/** How long the line of those who wait may be; the clock is set by hand. */
@MicronautTest(transactional = false)
@Property(name = "terrace.clock.may-be-shifted", value = "true")
class WaitingLinesTest {
    private static final int CROWD = 12;

    @Inject
    WaitingLines lines;

    @Inject
    FlashSales flashes;

    @Inject
    Enrolments enrolments;

    @Inject
    SampleCampaigns samples;

    @Inject
    SampleGoods goods;

    @Inject
    Stock stock;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private UUID offer = Ids.next();

    /** One piece, and somebody who is paying for it. */
    @BeforeEach
    void allTaken() {
        UUID merchant = goods.merchant();
        NewListing rice = goods.listing(merchant, goods.path().getLast().id(), 10_000);
        goods.publishAll(List.of(rice));
        UUID sku = rice.skus().getFirst().id();
        stock.receive(sku, 10, "");
        Campaign campaign = samples.campaign(clock.now(), clock.now().plus(Duration.ofDays(3)));
        var form = SampleCampaigns.form(campaign, rice.id(), true, Map.of(sku, new Wanted(8_000, 1)));
        Enrolment signed =
                ((Signing.Signed) enrolments.sign(merchant, form, Ids.next()).orElseThrow()).enrolment();
        enrolments.approve(campaign.id(), signed.id(), Ids.next());
        Session session =
                Session.next(clock.today(), clock.now().plus(Session.LASTS), 1).getFirst();
        offer = Ids.next();
        assertThat(flashes.put(campaign.id(), signed.id(), sku, session, 1, offer))
                .contains(new Putting.Put());
        clock.shift(Duration.between(clock.now(), session.startsAt()).plusMinutes(1));
        Wish wish = new Wish(Map.of(sku, 1L), Map.of(), Map.of(sku, offer), Ids.next());
        assertThat(stock.hold(Ids.next(), wish, clock.now().plusSeconds(900))).isEqualTo(new Holding.Held());
    }

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void the_line_is_never_longer_than_it_may_be_however_many_come_at_once() throws Exception {
        crowd(WaitingLines.WAITING_MAX - 1);
        Callable<Queueing> one = () -> lines.join(offer, Ids.next()).orElseThrow();
        try (var hands = Executors.newFixedThreadPool(4)) {
            List<Queueing> outcomes = hands.invokeAll(Collections.nCopies(CROWD, one)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(outcomes.stream().filter(Queueing.InLine.class::isInstance))
                    .hasSize(1);
            assertThat(outcomes.stream().filter(new Queueing.Full(WaitingLines.WAITING_MAX)::equals))
                    .hasSize(CROWD - 1);
        }
        assertThat(flashes.byId(offer).orElseThrow().waiting()).isEqualTo(WaitingLines.WAITING_MAX);
    }

    @Test
    void who_leaves_makes_room_for_another_once() {
        crowd(WaitingLines.WAITING_MAX - 1);
        UUID last = Ids.next();
        assertThat(lines.join(offer, last)).contains(new Queueing.InLine());
        assertThat(lines.join(offer, Ids.next())).contains(new Queueing.Full(WaitingLines.WAITING_MAX));
        lines.leave(offer, last);
        lines.leave(offer, last);
        assertThat(lines.join(offer, Ids.next())).contains(new Queueing.InLine());
        assertThat(lines.join(offer, Ids.next())).contains(new Queueing.Full(WaitingLines.WAITING_MAX));
    }

    /** As if so many had joined one after the other. */
    private void crowd(int people) {
        transactions.executeWrite(status -> {
            jdbc.prepareStatement("""
                    insert into catalog.flash_waiting (offer_id, member_id)
                    select ?, gen_random_uuid() from generate_series(1, ?)
                    """, statement -> {
                statement.setObject(1, offer);
                statement.setInt(2, people);
                return statement.executeUpdate();
            });
            return jdbc.prepareStatement("update catalog.stock_bucket set waiting = ? where id = ?", statement -> {
                statement.setInt(1, people);
                statement.setObject(2, offer);
                return statement.executeUpdate();
            });
        });
    }
}
