package terrace.orders.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;
import terrace.orders.gateway.BankAnswer.Silent;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Checkout;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.gateway.PaymentGateway.Opened;
import terrace.orders.gateway.PaymentGateway.Stage;

/**
 * What every gateway must do, over HTTP against the sandbox bank in a process of its own. A third gateway is one more
 * class below this one.
 */
public abstract class GatewayContract extends GatewayBench {

    @Test
    void a_page_is_opened_paid_asked_about_and_told_of() {
        Checkout checkout = checkout(14_200);
        Charge open = open(checkout);
        assertThat(open.stage()).isEqualTo(Stage.OPEN);
        assertThat(said(gateway().find(opened(checkout, open))).orElseThrow().stage())
                .isEqualTo(Stage.OPEN);
        assertThat(bank.pay(page(open))).isTrue();
        Charge paid = said(gateway().find(opened(checkout, open))).orElseThrow();
        assertThat(paid.stage()).isEqualTo(Stage.PAID);
        assertThat(paid.receivedFen()).isEqualTo(14_200);
        assertThat(paid.session()).isEqualTo(open.session());
        assertThat(read(letter(checkout)))
                .isInstanceOfSatisfying(
                        BankNotice.Genuine.class,
                        notice -> assertThat(notice.paymentId()).contains(checkout.paymentId()));
    }

    @Test
    void amounts_come_through_to_the_fen() {
        for (long fen : new long[] {1, 28, 29, 1998, 1999, 100_000, 4_294_967_296L}) {
            assertThat(paid(checkout(fen)).receivedFen()).isEqualTo(fen);
        }
    }

    @Test
    void the_same_opening_again_is_the_same_page() {
        Checkout checkout = checkout(2_500);
        Charge first = open(checkout);
        assertThat(open(checkout).session()).isEqualTo(first.session());
        assertThat(charges(checkout)).isEqualTo(0);
        bank.pay(page(first));
        assertThat(bank.pay(page(first))).isTrue();
        assertThat(charges(checkout)).isEqualTo(1);
    }

    @Test
    void a_refund_has_our_number_and_said_again_is_the_same() {
        Checkout checkout = checkout(5_000);
        Charge paid = paid(checkout);
        UUID refund = Ids.next();
        assertThat(said(gateway().findRefund(refund, paid.intent()))).isEmpty();
        Movement first = said(gateway().refund(refund, paid.intent(), 1_250, "refund:" + refund + ":1"));
        Movement again = said(gateway().refund(refund, paid.intent(), 1_250, "refund:" + refund + ":1"));
        assertThat(first.state()).isEqualTo(Movement.State.SUCCEEDED);
        assertThat(first.fen()).isEqualTo(1_250);
        assertThat(again).isEqualTo(first);
        assertThat(said(gateway().findRefund(refund, paid.intent()))).contains(first);
        assertThat(inBook(refund)).isEqualTo(1);
        UUID tooMuch = Ids.next();
        assertThat(gateway().refund(tooMuch, paid.intent(), 3_751, "refund:" + tooMuch + ":1"))
                .isInstanceOf(BankAnswer.Refused.class);
    }

    @Test
    void work_whose_answer_was_lost_is_found_by_asking() {
        Checkout checkout = checkout(3_300);
        fail("effect_then_reset", "POST", openPath());
        assertThat(gateway().open(checkout, key(checkout, 1))).isInstanceOf(Silent.class);
        Charge found = said(gateway().find(new Opened(checkout, null, key(checkout, 1))))
                .orElseThrow();
        assertThat(bank.pay(page(found))).isTrue();
        Charge paid = said(gateway().find(opened(checkout, found))).orElseThrow();
        assertThat(charges(checkout)).isEqualTo(1);
        UUID refund = Ids.next();
        fail("effect_then_reset", "POST", refundPath());
        assertThat(gateway().refund(refund, paid.intent(), 300, "refund:" + refund + ":1"))
                .isInstanceOf(Silent.class);
        assertThat(said(gateway().findRefund(refund, paid.intent()))
                        .orElseThrow()
                        .fen())
                .isEqualTo(300);
        assertThat(inBook(refund)).isEqualTo(1);
    }

    @Test
    void a_failure_kept_under_its_key_is_told_and_the_next_key_works() {
        Checkout checkout = checkout(3_300);
        fail("http500", "POST", openPath());
        assertThat(gateway().open(checkout, key(checkout, 1))).isInstanceOf(Silent.class);
        assertThat(gateway().open(checkout, key(checkout, 1)))
                .isInstanceOfSatisfying(
                        Silent.class, silent -> assertThat(silent.kept()).isTrue());
        Charge charge = said(gateway().open(checkout, key(checkout, 2)));
        assertThat(bank.pay(page(charge))).isTrue();
        assertThat(charges(checkout)).isEqualTo(1);
    }

    @Test
    void a_page_of_html_with_status_200_says_nothing() {
        Checkout checkout = checkout(3_300);
        fail("html200", "POST", openPath());
        assertThat(gateway().open(checkout, key(checkout, 1))).isInstanceOf(Silent.class);
        Charge charge = said(gateway().find(new Opened(checkout, null, key(checkout, 1))))
                .orElseThrow();
        fail("html200", questionMethod(), questionPath());
        assertThat(gateway().find(opened(checkout, charge))).isInstanceOf(Silent.class);
        assertThat(said(gateway().find(opened(checkout, charge)))).isPresent();
    }

    @Test
    void another_amount_than_asked_for_is_told_as_it_is() {
        Checkout checkout = checkout(3_300);
        fail("wrong_amount", "POST", "/pay/*");
        assertThat(paid(checkout).receivedFen()).isEqualTo(3_299);
    }

    @Test
    void a_closed_page_takes_no_money_and_one_that_cannot_be_closed_says_so() {
        Checkout checkout = checkout(3_300);
        Charge open = open(checkout);
        Charge closed = said(gateway().expire(opened(checkout, open)));
        assertThat(closed.stage()).isIn(Stage.EXPIRED, Stage.OPEN);
        assertThat(bank.pay(page(open))).isEqualTo(closed.stage() == Stage.OPEN);
        Checkout other = checkout(3_300);
        assertThat(said(gateway().expire(opened(other, paid(other)))).stage()).isEqualTo(Stage.PAID);
    }

    @Test
    void no_letter_is_believed_that_the_bank_did_not_write_just_so() {
        Checkout checkout = checkout(3_300);
        paid(checkout);
        NoticeLetter genuine = letter(checkout);
        assertThat(read(genuine)).isInstanceOf(BankNotice.Genuine.class);
        byte[] changed = genuine.body().clone();
        changed[changed.length / 3] ^= 1;
        assertThat(read(new NoticeLetter(changed, genuine.headers()))).isInstanceOf(BankNotice.Refused.class);
        byte[] large = new byte[300 * 1024];
        assertThat(read(new NoticeLetter(large, genuine.headers()))).isInstanceOf(BankNotice.Refused.class);
        assertThat(read(dated(genuine, clock.now()))).isInstanceOf(BankNotice.Genuine.class);
        assertThat(read(dated(genuine, clock.now().plus(Duration.ofDays(365)))))
                .isEqualTo(new BankNotice.Refused(BankNotice.Flaw.FROM_THE_FUTURE));
        assertThat(read(dated(genuine, clock.now().minus(Duration.ofDays(60)))))
                .isEqualTo(new BankNotice.Refused(BankNotice.Flaw.TOO_OLD));
        for (NoticeLetter odd : odd(genuine)) {
            assertThat(read(odd))
                    .as("%s %s", odd.headers(), new String(odd.body(), StandardCharsets.ISO_8859_1))
                    .isInstanceOf(BankNotice.Refused.class);
        }
    }

    @Test
    void the_daily_file_has_what_came_and_what_went_back() {
        Checkout checkout = checkout(3_300);
        Charge paid = paid(checkout);
        UUID refund = Ids.next();
        said(gateway().refund(refund, paid.intent(), 300, "refund:" + refund + ":1"));
        String file = new String(said(gateway().file(clock.today())), StandardCharsets.UTF_8);
        assertThat(lines(file)).contains(written(checkout.paymentId()) + "=3300", written(refund) + "=300");
    }
}
