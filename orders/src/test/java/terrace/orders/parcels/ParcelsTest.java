package terrace.orders.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.PaidSales;
import terrace.orders.desk.OrderDesk;
import terrace.orders.fulfilment.Acceptance;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Dispatch;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.fulfilment.Packing;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;
import terrace.orders.returns.CalledOff;
import terrace.orders.returns.CallingOff;
import terrace.orders.returns.ClaimKind;
import terrace.orders.returns.Claims;

/** An order of three bags of rice and two of tea, sent in several parcels, or only in part. */
@MicronautTest(transactional = false)
class ParcelsTest {
    private static final String FIRST = "SF1234567890123";
    private static final String SECOND = "SF1234567890124";

    @Inject
    Fulfilment fulfilment;

    @Inject
    Parcels parcels;

    @Inject
    Purchases purchases;

    @Inject
    CallingOff callingOff;

    @Inject
    Claims claims;

    @Inject
    OrderDesk desk;

    @Inject
    PaidSales sales;

    @Inject
    Bazaar bazaar;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    private UUID merchant = Ids.next();
    private Member member = new Member(merchant, merchant);
    private Goods rice = new Goods(merchant, merchant, merchant, 0, 0);
    private Goods tea = rice;

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        member = bazaar.member();
        UUID tariff = bazaar.tariff(merchant, 800, 200);
        rice = bazaar.goods(merchant, tariff, 1_000, 500, 100);
        tea = bazaar.goods(merchant, tariff, 2_500, 250, 100);
    }

    @AfterEach
    void sound() {
        // what this test sent is accepted, so that others do not find it due
        clock.shift(Fulfilment.ACCEPTANCE_WINDOW.plusMinutes(1));
        fulfilment.acceptDue();
        clock.shift(Duration.ZERO);
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    private Order bought() {
        return sales.paid(
                member, 800, 0, new PaidSales.Line(rice, 3, List.of()), new PaidSales.Line(tea, 2, List.of()));
    }

    private Dispatch pack(Order order, String tracking, Map<Integer, Integer> pieces) {
        return fulfilment
                .ship(merchant, order.number(), Courier.SF, tracking, new Packing(pieces, Map.of()))
                .orElseThrow();
    }

    private OrderState state(Order order) {
        return purchases
                .orderOfMember(member.id(), order.number())
                .orElseThrow()
                .state();
    }

    @Test
    void an_order_is_sent_with_its_last_parcel_and_not_before() {
        Order order = bought();
        Dispatch first = pack(order, FIRST, Map.of(1, 2, 2, 0));
        assertThat(pack(order, FIRST, Map.of(1, 2))).isEqualTo(first);
        assertThat(pack(order, FIRST, Map.of(1, 1))).isInstanceOf(Dispatch.ShippedOtherwise.class);
        assertThat(state(order)).isEqualTo(OrderState.PARTLY_SHIPPED);
        assertThat(desk.tally(merchant).toShip()).isEqualTo(1);
        assertThat(desk.tally(merchant).escrowFen()).isEqualTo(order.totalFen());
        assertThat(desk.toGather(merchant)).extracting(Order::number).containsExactly(order.number());
        assertThat(desk.left(List.of(order))).containsEntry(order.id(), pieces(1, 1, 2, 2));
        assertThat(fulfilment.accept(member.id(), order.number()))
                .contains(new Acceptance.NotShipped(OrderState.PARTLY_SHIPPED));

        assertThat(fulfilment.ship(merchant, order.number(), Courier.SF, SECOND))
                .get()
                .isInstanceOf(Dispatch.Shipped.class);
        assertThat(state(order)).isEqualTo(OrderState.SHIPPED);
        assertThat(parcels.of(order.id()))
                .extracting(Parcel::trackingNumber, Parcel::pieces)
                .containsExactly(tuple(FIRST, pieces(1, 2)), tuple(SECOND, pieces(1, 1, 2, 2)));
        assertThat(pack(order, FIRST, Map.of(1, 2))).isEqualTo(first);
        assertThat(fulfilment.accept(member.id(), order.number())).get().isInstanceOf(Acceptance.Accepted.class);
        assertThat(ledger.balance(Account.available(merchant))).isEqualTo(order.totalFen());
    }

    @Test
    void no_more_is_packed_than_was_bought_and_no_empty_parcel() {
        Order order = bought();
        assertThat(pack(order, FIRST, Map.of(1, 4))).isEqualTo(new Dispatch.TooManyPieces(1, 3));
        assertThat(pack(order, FIRST, Map.of(9, 1))).isEqualTo(new Dispatch.TooManyPieces(9, 0));
        assertThat(pack(order, FIRST, Map.of(1, 0))).isEqualTo(new Dispatch.NothingPacked());
        assertThat(state(order)).isEqualTo(OrderState.TO_SHIP);
        pack(order, FIRST, Map.of(1, 2));
        assertThat(pack(order, SECOND, Map.of(1, 2))).isEqualTo(new Dispatch.TooManyPieces(1, 1));
        assertThatThrownBy(() -> parcels.add(order.id(), 2, "SF", SECOND, pieces(1, 2)))
                .hasStackTraceContaining("was sent than bought");
    }

    @Test
    void packers_who_send_the_same_pieces_at_once_send_them_once() {
        Order order = bought();
        List<Callable<Dispatch>> race = new ArrayList<>();
        for (int packer = 0; packer < 8; packer++) {
            String tracking = "SF12345678901" + (10 + packer);
            race.add(() -> pack(order, tracking, Map.of(1, 2)));
        }
        List<Dispatch> all = Bazaar.atOnce(race);
        assertThat(all).filteredOn(Dispatch.Shipped.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(new Dispatch.TooManyPieces(1, 1)::equals).hasSize(7);
        assertThat(parcels.of(order.id())).hasSize(1);
    }

    @Test
    void the_rest_of_an_order_is_called_off_once_and_what_was_sent_goes_on() {
        Order order = bought();
        pack(order, FIRST, Map.of(1, 2));
        assertThat(callingOff.byMember(bazaar.member().id(), order.number())).isEmpty();
        List<Callable<Optional<CalledOff>>> race = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            race.add(() -> callingOff.byMember(member.id(), order.number()));
        }
        assertThat(Bazaar.atOnce(race)).containsOnly(Optional.of(new CalledOff.Done()));
        assertThat(state(order)).isEqualTo(OrderState.SHIPPED);
        assertThat(bazaar.onSale(rice)).isEqualTo(98);
        assertThat(bazaar.onSale(tea)).isEqualTo(100);
        assertThat(ledger.balance(Account.escrow(order.id()))).isEqualTo(2 * 1_000 + 800);
        assertThat(pack(order, SECOND, Map.of())).isInstanceOf(Dispatch.ShippedOtherwise.class);
        fulfilment.accept(member.id(), order.number());
        assertThat(ledger.balance(Account.available(merchant))).isEqualTo(2 * 1_000 + 800);
    }

    @Test
    void calling_the_rest_off_and_sending_it_at_once_do_one_of_the_two() {
        List<Order> orders = new ArrayList<>();
        List<Callable<Object>> race = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            Order order = bought();
            orders.add(order);
            pack(order, FIRST, Map.of(1, 3));
            race.add(() -> callingOff.byMerchant(merchant, order.number(), member.id(), "hail"));
            race.add(() -> pack(order, SECOND, Map.of(2, 2)));
        }
        Bazaar.atOnce(race);
        long off = 0;
        for (Order order : orders) {
            boolean both = parcels.of(order.id()).size() == 2;
            off += both ? 0 : 1;
            assertThat(state(order)).isEqualTo(OrderState.SHIPPED);
            assertThat(ledger.balance(Account.escrow(order.id())))
                    .isEqualTo(both ? order.totalFen() : order.totalFen() - 2 * 2_500);
        }
        assertThat(bazaar.onSale(tea)).isEqualTo(100 - 2L * (orders.size() - off));
    }

    @Test
    void only_a_line_of_which_something_was_sent_can_be_claimed_about() {
        Order order = bought();
        pack(order, FIRST, Map.of(1, 1));
        assertThat(claims.claimable(member.id(), order.number()).orElseThrow())
                .extracting(line -> line.kinds().contains(ClaimKind.SPOILED))
                .containsExactly(true, false);
    }

    private static SortedMap<Integer, Integer> pieces(int... positionsAndPieces) {
        SortedMap<Integer, Integer> pieces = new TreeMap<>();
        for (int at = 0; at < positionsAndPieces.length; at += 2) {
            pieces.put(positionsAndPieces[at], positionsAndPieces[at + 1]);
        }
        return pieces;
    }
}
