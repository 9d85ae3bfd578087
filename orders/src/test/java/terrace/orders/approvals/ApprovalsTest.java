package terrace.orders.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.purchasers.Membership;
import terrace.marketplace.purchasers.PurchaserRole;
import terrace.marketplace.purchasers.Purchasers;
import terrace.orders.approvals.Approval.State;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.PurchaseState;
import terrace.orders.purchases.Purchases;

/** A canteen: its head approves, and so does its bookkeeper; the cook may spend ¥50 a day alone. */
@MicronautTest(transactional = false)
class ApprovalsTest {
    private static final URI BACK = URI.create("http://localhost/purchases/1");
    private static final long COOKS_LIMIT_FEN = 5_000;

    @Inject
    Approvals approvals;

    @Inject
    Purchasers purchasers;

    @Inject
    Purchases purchases;

    @Inject
    Payments payments;

    @Inject
    Shopping shopping;

    @Inject
    Bazaar bazaar;

    @Inject
    Clock clock;

    private Member head = new Member(Ids.next(), Ids.next());
    private Member cook = head;
    private Member bookkeeper = head;
    private Goods rice = new Goods(head.id(), head.id(), head.id(), 0, 0);

    @BeforeEach
    void open() {
        UUID merchant = bazaar.merchant();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 0), 1_000, 500, 500);
        head = bazaar.member();
        cook = bazaar.member();
        bookkeeper = bazaar.member();
        assertThat(purchasers.found(head.id(), "机关食堂")).isInstanceOf(Membership.Done.class);
        join(cook, PurchaserRole.BUYER, COOKS_LIMIT_FEN);
        join(bookkeeper, PurchaserRole.APPROVER, 0);
    }

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    /** As by an invitation accepted, which has a test of its own. */
    private void join(Member member, PurchaserRole role, long limitFen) {
        UUID purchaser = purchasers.person(head.id()).orElseThrow().purchaserId();
        bazaar.change(
                "insert into marketplace.purchaser_person (account_id, purchaser_id, role, limit_fen)"
                        + " values (?, ?, ?, ?)",
                member.id(),
                purchaser,
                role.name(),
                limitFen);
    }

    private UUID placed(Member member, int pieces) {
        return shopping.place(member, Map.of(rice, pieces));
    }

    private State asked(Member member, UUID purchase) {
        return ((Asking.Noted) approvals.ask(member.id(), purchase).orElseThrow())
                .approval()
                .state();
    }

    private boolean payable(UUID purchase) {
        return payments.start(Purchases.PAYABLE_KIND, purchase, BACK) instanceof PaymentStart.Started;
    }

    private PurchaseState state(Member member, UUID purchase) {
        return purchases.ofMember(member.id(), purchase).orElseThrow().state();
    }

    @Test
    void above_the_limit_another_person_approves_before_anything_is_paid_and_both_are_on_record() {
        UUID purchase = placed(cook, 20);
        assertThat(asked(cook, purchase)).isEqualTo(State.ASKED);
        assertThat(asked(cook, purchase)).isEqualTo(State.ASKED);
        assertThat(payable(purchase)).isFalse();
        assertThat(approvals.of(head.id(), 10)).extracting(Approval::purchaseId).containsExactly(purchase);
        assertThat(approvals.of(cook.id(), 10)).isEmpty();
        List<Approval> waiting = approvals.of(head.id(), 10);
        assertThat(approvals.purchases(head.id(), waiting))
                .containsOnly(Map.entry(
                        purchase, purchases.ofMember(cook.id(), purchase).orElseThrow()));
        assertThat(approvals.purchases(cook.id(), waiting)).isEmpty();
        assertThat(approvals.decide(cook.id(), purchase, true, "")).isEmpty();
        assertThat(approvals.decide(head.id(), purchase, true, ""))
                .get()
                .isInstanceOfSatisfying(Deciding.Decided.class, decided -> {
                    assertThat(decided.approval().buyerId()).isEqualTo(cook.id());
                    assertThat(decided.approval().decidedBy()).isEqualTo(head.id());
                });
        assertThat(payable(purchase)).isTrue();
        assertThat(bazaar.number(
                        "select count(*) from marketplace.audit where act = 'purchase.approved' and actor = ?"
                                + " and subject = ? and detail ->> 'buyer' = ?",
                        "account:" + head.id(),
                        "purchase:" + purchase,
                        cook.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void the_limit_is_of_the_day_so_that_a_sum_in_pieces_is_the_same_sum() {
        UUID first = placed(cook, 2);
        UUID second = placed(cook, 2);
        assertThat(asked(cook, first)).isEqualTo(State.WITHIN_LIMIT);
        assertThat(payable(first)).isTrue();
        assertThat(asked(cook, second)).isEqualTo(State.ASKED);
        clock.shift(Duration.ofDays(1));
        assertThat(asked(cook, placed(cook, 2))).isEqualTo(State.WITHIN_LIMIT);
    }

    @Test
    void pieces_asked_for_at_once_are_counted_one_after_the_other() {
        List<Callable<State>> race = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            UUID purchase = placed(cook, 2);
            race.add(() -> asked(cook, purchase));
        }
        assertThat(Bazaar.atOnce(race)).filteredOn(State.WITHIN_LIMIT::equals).hasSize(1);
    }

    @Test
    void nobody_approves_their_own_and_nobody_elses_organisation() {
        UUID purchase = placed(head, 3);
        assertThat(asked(head, purchase)).isEqualTo(State.ASKED);
        assertThat(approvals.decide(head.id(), purchase, true, "")).contains(new Deciding.OwnPurchase());
        Member stranger = bazaar.member();
        purchasers.found(stranger.id(), "别的单位");
        assertThat(approvals.decide(stranger.id(), purchase, true, "")).isEmpty();
        assertThat(approvals.ask(stranger.id(), purchase)).isEmpty();
        assertThat(approvals.ask(stranger.id(), placed(stranger, 3))).contains(new Asking.NobodyElse());
        assertThatThrownBy(() -> bazaar.change(
                        "update orders.purchase_approval set state = 'APPROVED', decided_by = buyer_id,"
                                + " decided_at = now() where purchase_id = ?",
                        purchase))
                .hasStackTraceContaining("nobody_approves_their_own");
        assertThat(approvals.decide(bookkeeper.id(), purchase, true, "")).get().isInstanceOf(Deciding.Decided.class);
    }

    @Test
    void a_word_given_stands_however_often_and_by_whom_another_is_given() {
        UUID purchase = placed(cook, 20);
        asked(cook, purchase);
        assertThat(approvals.decide(head.id(), purchase, false, " ")).contains(new Deciding.ReasonMissing());
        var first = approvals.decide(head.id(), purchase, false, "太多了");
        assertThat(first).get().isInstanceOf(Deciding.Decided.class);
        assertThat(approvals.decide(bookkeeper.id(), purchase, false, "nein")).isEqualTo(first);
        assertThat(approvals.decide(bookkeeper.id(), purchase, true, ""))
                .get()
                .isInstanceOf(Deciding.DecidedOtherwise.class);
        assertThat(state(cook, purchase)).isEqualTo(PurchaseState.CANCELLED);
        assertThat(bazaar.onSale(rice)).isEqualTo(500);
    }

    @Test
    void of_two_approvers_who_disagree_at_once_the_first_decides() {
        for (int round = 0; round < 4; round++) {
            UUID purchase = placed(cook, 20);
            asked(cook, purchase);
            List<Callable<Deciding>> race = List.of(
                    () -> approvals.decide(head.id(), purchase, true, "").orElseThrow(),
                    () -> approvals
                            .decide(bookkeeper.id(), purchase, false, "zu viel")
                            .orElseThrow());
            List<Deciding> said = Bazaar.atOnce(race);
            assertThat(said).filteredOn(Deciding.Decided.class::isInstance).hasSize(1);
            boolean approved = said.getFirst() instanceof Deciding.Decided;
            assertThat(state(cook, purchase))
                    .isEqualTo(approved ? PurchaseState.AWAITING_PAYMENT : PurchaseState.CANCELLED);
            assertThat(payable(purchase)).isEqualTo(approved);
        }
    }

    @Test
    void what_is_approved_after_its_goods_were_kept_is_too_late() {
        UUID purchase = placed(cook, 20);
        asked(cook, purchase);
        clock.shift(Purchases.PAYMENT_WINDOW.plusMinutes(1));
        assertThat(approvals.decide(head.id(), purchase, true, "")).get().isInstanceOf(Deciding.TooLate.class);
        UUID late = placed(cook, 20);
        clock.shift(Purchases.PAYMENT_WINDOW.multipliedBy(3));
        assertThat(approvals.ask(cook.id(), late)).get().isInstanceOf(Asking.NotOpen.class);
    }

    @Test
    void what_is_being_paid_is_ones_own_and_asking_and_paying_at_once_do_one_of_the_two() {
        UUID own = placed(cook, 20);
        assertThat(payable(own)).isTrue();
        assertThat(approvals.ask(cook.id(), own)).contains(new Asking.BeingPaid());
        for (int round = 0; round < 6; round++) {
            UUID purchase = placed(cook, 20);
            List<Callable<Object>> race = List.of(
                    () -> approvals.ask(cook.id(), purchase).orElseThrow(),
                    () -> payments.start(Purchases.PAYABLE_KIND, purchase, BACK));
            List<Object> said = Bazaar.atOnce(race);
            assertThat(said.getFirst() instanceof Asking.Noted)
                    .isNotEqualTo(said.get(1) instanceof PaymentStart.Started);
        }
    }
}
