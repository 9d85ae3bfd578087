package terrace.orders.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.PaidSales;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;

/** How claims come to an end: by word, by silence, by an operator. */
@MicronautTest(transactional = false)
class ClaimEndingsTest extends ClaimBench {
    private static final UUID ARBITER = UUID.fromString("00000000-0000-7000-8000-00000000000b");

    @Inject
    ClaimCourt court;

    @Test
    void an_offer_holds_by_word_or_silence_and_leads_to_a_mediator_otherwise() {
        Order order = received(3);
        Claim claim = opened(order, ClaimKind.WRONG, 3, null);
        assertThat(desk.offer(merchant, claim.number(), 3_001, "too much", MEDIATOR))
                .contains(new Stepping.Refused(Stepping.Fault.SUM));
        desk.offer(merchant, claim.number(), 400, "a little", MEDIATOR);
        assertThat(state(claim)).isEqualTo(ClaimState.OFFERED);
        clock.shift(Duration.ofDays(3).plusMinutes(1));
        claims.endDue();
        assertThat(state(claim)).isEqualTo(ClaimState.REFUNDED);
        assertThat(refunded(order)).isEqualTo(400);
        clock.shift(Duration.ZERO);
        Claim second = opened(order, ClaimKind.WRONG, 1, null);
        desk.offer(merchant, second.number(), 100, "a little", MEDIATOR);
        claims.appeal(member.id(), second.number(), "not enough");
        assertThat(state(second)).isEqualTo(ClaimState.IN_MEDIATION);
        assertThat(court.queue(200)).extracting(Claim::number).contains(second.number());
    }

    @Test
    void both_agree_to_the_mediator_or_another_operator_judges() {
        Order order = received(2);
        Claim claim = opened(order, ClaimKind.WRONG, 2, null);
        desk.refuse(merchant, claim.number(), "it was right", MEDIATOR);
        claims.appeal(member.id(), claim.number(), "it was not");
        court.propose(MEDIATOR, claim.number(), 900, false, "both have a point");
        claims.agree(member.id(), claim.number());
        claims.agree(member.id(), claim.number());
        assertThat(state(claim)).isEqualTo(ClaimState.PROPOSED);
        desk.decline(merchant, claim.number(), "no", merchant);
        assertThat(state(claim)).isEqualTo(ClaimState.IN_ARBITRATION);
        assertThat(court.decide(MEDIATOR, claim.number(), 900, false, "as I said"))
                .contains(new Stepping.Refused(Stepping.Fault.OWN_MEDIATION));
        court.decide(ARBITER, claim.number(), 1_200, false, "the photo shows it");
        assertThat(state(claim)).isEqualTo(ClaimState.REFUNDED);
        assertThat(refunded(order)).isEqualTo(1_200);
    }

    @Test
    void both_sides_agreeing_at_once_settle_once() {
        Order order = received(2);
        Claim claim = opened(order, ClaimKind.WRONG, 2, null);
        desk.refuse(merchant, claim.number(), "it was right", MEDIATOR);
        claims.appeal(member.id(), claim.number(), "it was not");
        court.propose(MEDIATOR, claim.number(), 600, false, "half-way");
        List<Callable<Object>> both = new ArrayList<>();
        both.add(() -> claims.agree(member.id(), claim.number()));
        both.add(() -> desk.agree(merchant, claim.number(), merchant));
        Bazaar.atOnce(both);
        assertThat(state(claim)).isEqualTo(ClaimState.REFUNDED);
        assertThat(refunded(order)).isEqualTo(600);
    }

    @Test
    void a_return_without_reason_is_refunded_when_the_merchant_has_it_and_only_then_on_sale() {
        Order order = received(2);
        events.drain();
        Claim claim = opened(order, ClaimKind.NO_REASON, 1, null);
        desk.grant(merchant, claim.number(), true, MEDIATOR);
        assertThat(state(claim)).isEqualTo(ClaimState.TO_SEND_BACK);
        assertThat(claims.sendBack(member.id(), claim.number(), Courier.SF, "nonsense"))
                .contains(new Stepping.Refused(Stepping.Fault.TRACKING));
        claims.sendBack(member.id(), claim.number(), Courier.SF, PaidSales.TRACKING);
        long before = bazaar.onSale(rice);
        assertThat(refunded(order)).isZero();
        assertThat(desk.cameBack(merchant, claim.number(), 2, MEDIATOR))
                .contains(new Stepping.Refused(Stepping.Fault.QUANTITY));
        Bazaar.atOnce(java.util.Collections.nCopies(6, () -> desk.cameBack(merchant, claim.number(), 1, MEDIATOR)));
        assertThat(bazaar.onSale(rice)).isEqualTo(before + 1);
        assertThat(refunded(order)).isEqualTo(1_000);
    }

    @Test
    void goods_not_sent_back_in_seven_days_end_the_claim_without_money() {
        Order order = received(1);
        Claim claim = opened(order, ClaimKind.NO_REASON, 1, null);
        desk.grant(merchant, claim.number(), true, MEDIATOR);
        clock.shift(Duration.ofDays(7).plusMinutes(1));
        claims.endDue();
        assertThat(state(claim)).isEqualTo(ClaimState.CLOSED);
        assertThat(refunded(order)).isZero();
    }

    @Test
    void what_never_came_is_refunded_with_its_carriage_out_of_escrow_and_time_accepts_nothing_meanwhile() {
        Order order = sales.paid(member, rice, 2);
        sales.ship(order);
        Claim claim = opened(order, ClaimKind.NOT_RECEIVED, 2, null);
        desk.refuse(merchant, claim.number(), "the courier says so", MEDIATOR);
        clock.shift(Fulfilment.ACCEPTANCE_WINDOW.plusMinutes(1));
        fulfilment.acceptDue();
        assertThat(purchases
                        .orderOfMember(member.id(), order.number())
                        .orElseThrow()
                        .state())
                .isEqualTo(OrderState.SHIPPED);
        clock.shift(Duration.ZERO);
        claims.appeal(member.id(), claim.number(), "it did not");
        court.propose(MEDIATOR, claim.number(), 2_000, false, "the courier lost it");
        claims.agree(member.id(), claim.number());
        desk.agree(merchant, claim.number(), merchant);
        assertThat(refunded(order)).isEqualTo(2_800);
        clock.shift(Fulfilment.ACCEPTANCE_WINDOW.plusMinutes(1));
        fulfilment.acceptDue();
        assertThat(purchases
                        .orderOfMember(member.id(), order.number())
                        .orElseThrow()
                        .state())
                .isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void the_platforms_silence_does_what_is_on_the_table() {
        Order order = received(1);
        Claim claim = opened(order, ClaimKind.SPOILED, 1, Spoiled.MORE);
        desk.refuse(merchant, claim.number(), "no", MEDIATOR);
        claims.appeal(member.id(), claim.number(), "yes");
        clock.shift(Duration.ofDays(3).plusMinutes(1));
        claims.endDue();
        assertThat(state(claim)).isEqualTo(ClaimState.IN_ARBITRATION);
        clock.shift(Duration.ofDays(6).plusMinutes(2));
        claims.endDue();
        assertThat(state(claim)).isEqualTo(ClaimState.REFUNDED);
        assertThat(refunded(order)).isEqualTo(1_000);
    }
}
