package terrace.orders.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.events.EventName;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.Message;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.Suspension;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.PurchaseState;
import terrace.orders.purchases.Purchases;

@MicronautTest(transactional = false)
class UnpaidOfSuspendedTest {
    private static final URI BACK = URI.create("http://localhost/purchases/1");

    @Inject
    UnpaidOfSuspended unpaid;

    @Inject
    Purchases purchases;

    @Inject
    Payments payments;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Merchants merchants;

    @Inject
    Inbox inbox;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    EventWorker worker;

    @Inject
    ObjectMapper json;

    private Member member = new Member(Ids.next(), Ids.next());
    private Goods rice = new Goods(member.id(), member.id(), member.id(), 0, 0);
    private Goods tea = rice;

    @BeforeEach
    void open() {
        member = bazaar.member();
        rice = goods();
        tea = goods();
    }

    @Test
    void an_unpaid_purchase_is_called_off_whole_and_its_buyer_told_once() {
        UUID both = shopping.place(member, Map.of(rice, 2, tea, 3));
        UUID other = shopping.place(member, Map.of(tea, 1));
        suspend(rice);
        worker.drain();
        assertThat(state(both)).isEqualTo(PurchaseState.CANCELLED);
        assertThat(state(other)).isEqualTo(PurchaseState.AWAITING_PAYMENT);
        unpaid.follow(rice.merchantId(), UnpaidOfSuspended.FROM_THE_FIRST);
        assertThat(bazaar.onSale(rice)).isEqualTo(500);
        assertThat(bazaar.onSale(tea)).isEqualTo(499);
        assertThat(told(false)).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("红河合作社", "没有扣款");
            assertThat(message.path()).isEqualTo("/purchases/" + both);
        });
        assertThat(told(true))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("Nothing was charged"));
        assertThat(payments.start(Purchases.PAYABLE_KIND, both, BACK)).isInstanceOf(PaymentStart.NotOpen.class);
    }

    @Test
    void a_payment_in_flight_is_honoured() {
        UUID id = shopping.place(member, Map.of(rice, 2));
        UUID payment = start(id);
        suspend(rice);
        worker.drain();
        assertThat(state(id)).isEqualTo(PurchaseState.AWAITING_PAYMENT);
        bank.pay(payment);
        payments.resolve(payment);
        assertThat(state(id)).isEqualTo(PurchaseState.PAID);
        assertThat(bazaar.onSale(rice)).isEqualTo(498);
        assertThat(told(false)).isEmpty();
    }

    @Test
    void a_payment_in_flight_that_brings_nothing_is_not_begun_anew() {
        UUID id = shopping.place(member, Map.of(rice, 2));
        UUID payment = start(id);
        suspend(rice);
        worker.drain();
        bank.close(charge(payment).session());
        payments.resolve(payment);
        assertThat(state(id)).isEqualTo(PurchaseState.CANCELLED);
        assertThat(bazaar.onSale(rice)).isEqualTo(500);
        assertThat(told(false)).hasSize(1);
    }

    @Test
    void a_payment_that_fails_while_all_sell_may_be_begun_anew() {
        UUID id = shopping.place(member, Map.of(rice, 2));
        UUID payment = start(id);
        bank.close(charge(payment).session());
        payments.resolve(payment);
        assertThat(state(id)).isEqualTo(PurchaseState.AWAITING_PAYMENT);
        assertThat(start(id)).isNotEqualTo(payment);
    }

    @Test
    void a_suspension_lifted_before_anybody_heard_of_it_calls_nothing_off() {
        UUID id = shopping.place(member, Map.of(rice, 2));
        UUID suspension = suspend(rice);
        merchants.lift(rice.merchantId(), suspension, "test");
        worker.drain();
        unpaid.follow(rice.merchantId(), UnpaidOfSuspended.FROM_THE_FIRST);
        assertThat(state(id)).isEqualTo(PurchaseState.AWAITING_PAYMENT);
        assertThat(told(false)).isEmpty();
    }

    @Test
    void what_is_paid_goes_on() {
        Purchase paid = shopping.bought(member, Map.of(rice, 2, tea, 1));
        suspend(rice);
        worker.drain();
        assertThat(purchases.ofMember(member.id(), paid.id()).orElseThrow().orders())
                .extracting(Order::state)
                .containsOnly(OrderState.TO_SHIP);
        assertThat(bazaar.onSale(rice)).isEqualTo(498);
    }

    @Test
    void more_than_a_piece_is_worked_off() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i <= UnpaidOfSuspended.PURCHASES_AT_ONCE; i++) {
            ids.add(shopping.place(member, Map.of(rice, 1)));
        }
        suspend(rice);
        unpaid.follow(rice.merchantId(), UnpaidOfSuspended.FROM_THE_FIRST);
        assertThat(bazaar.onSale(rice)).as("one piece").isEqualTo(499);
        worker.drain();
        assertThat(ids).extracting(this::state).containsOnly(PurchaseState.CANCELLED);
        assertThat(bazaar.onSale(rice)).isEqualTo(500);
    }

    @Test
    void begun_to_pay_or_called_off_never_both() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add(shopping.place(member, Map.of(rice, 1, tea, 1)));
        }
        suspend(rice);
        List<Callable<Optional<PaymentStart>>> race = new ArrayList<>();
        for (UUID id : ids) {
            race.add(() -> Optional.of(payments.start(Purchases.PAYABLE_KIND, id, BACK)));
            race.add(() -> {
                unpaid.follow(rice.merchantId(), UnpaidOfSuspended.FROM_THE_FIRST);
                return Optional.empty();
            });
        }
        List<Optional<PaymentStart>> ended = Bazaar.atOnce(race);
        int begun = 0;
        for (int i = 0; i < ids.size(); i++) {
            boolean started = ended.get(2 * i).orElseThrow() instanceof PaymentStart.Started;
            assertThat(state(ids.get(i))).isEqualTo(started ? PurchaseState.AWAITING_PAYMENT : PurchaseState.CANCELLED);
            begun += started ? 1 : 0;
        }
        assertThat(bazaar.onSale(tea)).isEqualTo(500 - begun);
    }

    @Test
    void the_next_piece_is_stored_in_the_form_that_older_rows_have() throws IOException {
        UUID id = UUID.fromString("01931c2e-7c4a-7b1e-8f00-0123456789ab");
        CallingOffToGoOn event = new CallingOffToGoOn(id, id);
        String stored = "{\"merchantId\":\"" + id + "\",\"after\":\"" + id + "\"}";
        assertThat(json.writeValueAsString(event)).isEqualTo(stored);
        assertThat(json.readValue(stored, CallingOffToGoOn.class)).isEqualTo(event);
        assertThat(CallingOffToGoOn.class.getAnnotation(EventName.class).value())
                .isEqualTo("purchases.calling-off-to-go-on");
    }

    private Goods goods() {
        UUID merchant = bazaar.merchant();
        return bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 500);
    }

    private UUID suspend(Goods goods) {
        return merchants
                .suspend(goods.merchantId(), Suspension.Reason.PAPERS, "证照过期", false, "test")
                .id();
    }

    private UUID start(UUID purchaseId) {
        return ((PaymentStart.Started) payments.start(Purchases.PAYABLE_KIND, purchaseId, BACK)).paymentId();
    }

    private Charge charge(UUID paymentId) {
        return bank.chargeOf(paymentId);
    }

    private PurchaseState state(UUID purchaseId) {
        return purchases.ofMember(member.id(), purchaseId).orElseThrow().state();
    }

    private List<Message> told(boolean english) {
        return inbox.of(member.id(), null, 10, english).messages();
    }
}
