package terrace.orders.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.purchases.Order;
import terrace.orders.returns.Opening.Fault;

@MicronautTest(transactional = false)
class ClaimsTest extends ClaimBench {
    @Test
    void the_database_knows_the_same_steps() {
        long steps = 0;
        for (ClaimState from : ClaimState.values()) {
            assertThat(from.next().isEmpty()).isEqualTo(!from.open());
            for (ClaimState to : from.next()) {
                steps += bazaar.number(
                        "select count(*) from orders.claim_step where from_state = ? and to_state = ?",
                        from.name(),
                        to.name());
            }
        }
        assertThat(bazaar.number("select count(*) from orders.claim_step")).isEqualTo(steps);
    }

    @Test
    void spoiled_goods_are_refunded_by_the_scale_and_it_is_all_on_record() {
        Order order = received(4);
        Claim claim = opened(order, ClaimKind.SPOILED, 2, Spoiled.UP_TO_A_THIRD);
        assertThat(claim.askedFen()).isEqualTo(700);
        assertThat(claims.photo(member.id(), claim.number(), 1)).isPresent();
        assertThat(desk.photo(merchant, claim.number(), 1)).isPresent();
        assertThat(desk.photo(bazaar.merchant(), claim.number(), 1)).isEmpty();
        assertThat(desk.grant(merchant, claim.number(), true, MEDIATOR)).containsInstanceOf(Stepping.Done.class);
        assertThat(state(claim)).isEqualTo(ClaimState.REFUNDED);
        assertThat(refunded(order)).isEqualTo(700);
        assertThat(desk.grant(merchant, claim.number(), true, MEDIATOR))
                .contains(new Stepping.NotNow(ClaimState.REFUNDED));
        assertThat(claims.ofMember(member.id(), claim.number()).orElseThrow().events())
                .extracting(ClaimEvent::act)
                .containsExactly(ClaimEvent.Act.OPENED, ClaimEvent.Act.GRANTED, ClaimEvent.Act.REFUNDED);
        assertThatThrownBy(() -> bazaar.change("update orders.claim_event set words = 'x'"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void somebody_elses_claim_is_none() {
        Claim claim = opened(received(1), ClaimKind.SPOILED, 1, Spoiled.MORE);
        UUID stranger = bazaar.member().id();
        assertThat(claims.ofMember(stranger, claim.number())).isEmpty();
        assertThat(claims.withdraw(stranger, claim.number())).isEmpty();
        assertThat(claims.photo(stranger, claim.number(), 1)).isEmpty();
        assertThat(claims.claimable(stranger, claim.orderNumber())).isEmpty();
        assertThat(desk.byNumber(bazaar.merchant(), claim.number())).isEmpty();
        assertThat(desk.refuse(bazaar.merchant(), claim.number(), "no", MEDIATOR))
                .isEmpty();
    }

    @Test
    void what_cannot_be_claimed_is_said() {
        Order paid = sales.paid(member, rice, 1);
        assertThat(open(paid, ClaimKind.WRONG, 1, null)).contains(new Opening.Refused(Fault.NOT_SENT));
        Order order = received(2);
        assertThat(open(order, ClaimKind.WRONG, 3, null)).contains(new Opening.Refused(Fault.QUANTITY));
        assertThat(open(order, ClaimKind.SPOILED, 1, null)).contains(new Opening.Refused(Fault.SPOILED_MISSING));
        NewClaim dear = new NewClaim(1, ClaimKind.WRONG, 1, null, 1_001L, "x");
        assertThat(claims.open(member.id(), order.number(), dear, List.of(photo())))
                .contains(new Opening.Refused(Fault.SUM));
        NewClaim bare = new NewClaim(1, ClaimKind.WRONG, 1, null, null, "x");
        assertThat(claims.open(member.id(), order.number(), bare, List.of()))
                .contains(new Opening.Refused(Fault.PHOTO_MISSING));
        assertThat(claims.open(member.id(), order.number(), bare, List.of(new byte[] {1, 2, 3})))
                .contains(new Opening.Refused(Fault.PHOTO_UNREADABLE));
        clock.shift(ClaimKind.SPOILED.window().plusMinutes(1));
        assertThat(open(order, ClaimKind.SPOILED, 1, Spoiled.MORE)).contains(new Opening.Refused(Fault.TOO_LATE));
        assertThat(open(order, ClaimKind.WRONG, 1, null)).containsInstanceOf(Opening.Opened.class);
    }

    @Test
    void a_line_has_one_open_claim_however_often_it_is_sent() {
        Order order = received(1);
        List<Optional<Opening>> all =
                Bazaar.atOnce(java.util.Collections.nCopies(8, () -> open(order, ClaimKind.WRONG, 1, null)));
        assertThat(all.stream()
                        .map(each ->
                                ((Opening.Opened) each.orElseThrow()).claim().number())
                        .distinct())
                .hasSize(1);
        Claim claim = ((Opening.Opened) all.getFirst().orElseThrow()).claim();
        assertThat(claims.ofMember(member.id(), claim.number()).orElseThrow().photos())
                .isEqualTo(1);
    }

    @Test
    void a_merchants_silence_grants_the_claim_after_forty_eight_hours_and_not_before() {
        Order order = received(1);
        Claim claim = opened(order, ClaimKind.SPOILED, 1, Spoiled.UP_TO_HALF);
        clock.shift(Duration.ofDays(2).minusMinutes(1));
        claims.endDue();
        assertThat(state(claim)).isEqualTo(ClaimState.WITH_MERCHANT);
        clock.shift(Duration.ofDays(2).plusMinutes(1));
        claims.endDue();
        claims.endDue();
        assertThat(state(claim)).isEqualTo(ClaimState.REFUNDED);
        assertThat(refunded(order)).isEqualTo(500);
    }

    @Test
    void the_merchant_and_time_granting_at_once_refund_once() {
        List<Order> orders = new ArrayList<>();
        List<Claim> open = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            orders.add(received(1));
            open.add(opened(orders.getLast(), ClaimKind.SPOILED, 1, Spoiled.MORE));
        }
        clock.shift(Duration.ofHours(49));
        List<Callable<Object>> race = new ArrayList<>();
        for (Claim claim : open) {
            race.add(() -> desk.grant(merchant, claim.number(), false, MEDIATOR));
            race.add(() -> claims.withdraw(member.id(), claim.number()));
            race.add(claims::endDue);
        }
        Bazaar.atOnce(race);
        for (int at = 0; at < open.size(); at++) {
            boolean refunded = state(open.get(at)) == ClaimState.REFUNDED;
            assertThat(refunded(orders.get(at))).isEqualTo(refunded ? 1_000 : 0);
        }
    }
}
