package terrace.orders.donations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.orders.agreements.Agreement;
import terrace.orders.agreements.Agreements;
import terrace.orders.agreements.Use;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.gateway.OurNumber;
import terrace.orders.gateway.WithTheBank;
import terrace.orders.ledger.Account;
import terrace.orders.payment.PaymentBench;

/** Gifts by agreement and by page, over HTTP against the sandbox bank; its book says how often somebody was charged. */
@MicronautTest(transactional = false, environments = "sandbox")
@WithTheBank
class DonationsTest extends PaymentBench {

    private static final URI BACK = URI.create("http://127.0.0.1/donations/1?back=1");
    private static final String CHARITY = "giving-charity";

    @Inject
    Donations donations;

    @Inject
    Agreements agreements;

    @Inject
    Partners partners;

    @Inject
    Inbox inbox;

    @Inject
    Bazaar bazaar;

    private UUID member = Ids.next();
    private URI page = BACK;

    @Override
    protected Map<String, String> more() {
        return Map.of("terrace.charity", CHARITY);
    }

    @BeforeEach
    void begin() {
        if (partners.byCode(CHARITY).isEmpty()) {
            partners.define(new NewPartner(CHARITY, "公益基金会", "A foundation"));
        }
        member = bazaar.member().id();
    }

    private void sign() {
        page = agreements.offer(member, BACK).orElseThrow();
        bank.press(page, "sign");
        assertThat(agreements.asked(member)).get().extracting(Agreement::state).isEqualTo(Agreement.State.ACTIVE);
    }

    @Test
    void one_click_gives_all_of_it_once_and_tells_the_member() {
        assertThat(donations.give(member, Ids.next(), 1_000, BACK)).isEqualTo(new Giving.NotSigned());
        sign();
        long before = ledger.balance(Account.donation(CHARITY));
        int unread = inbox.unread(member);
        UUID gift = Ids.next();
        List<Callable<Object>> clicks = Collections.nCopies(8, () -> donations.give(member, gift, 1_000, BACK));
        assertThat(Bazaar.atOnce(clicks)).doesNotContainNull();
        until(() -> donations.ofMember(member, gift, true).orElseThrow().state() == Donation.State.GIVEN);
        assertThat(donations.give(member, gift, 1_000, BACK)).isEqualTo(new Giving.Given());
        assertThat(ledger.balance(Account.donation(CHARITY)) - before).isEqualTo(1_000);
        assertThat(charges(gift)).isEqualTo(1);
        until(() -> inbox.unread(member) == unread + 1);
        assertThat(donations.givenBy(member, 9)).extracting(Donation::id).containsExactly(gift);
        assertThat(donations.ofMember(Ids.next(), gift, false))
                .as("somebody else's")
                .isEmpty();
        assertThat(donations.give(member, gift, 999, BACK)).as("another amount").isEqualTo(new Giving.NotPossible());
    }

    @Test
    void the_limits_hold_for_ten_at_once() {
        sign();
        assertThat(donations.give(member, Ids.next(), Agreements.PER_PAYMENT_FEN_MAX + 1, BACK))
                .isEqualTo(new Giving.OverLimit(Agreements.PER_PAYMENT_FEN_MAX));
        List<Callable<Object>> clicks = Stream.generate(Ids::next)
                .limit(10)
                .map(id -> (Callable<Object>) () -> donations.give(member, id, 20_000, BACK))
                .toList();
        List<Object> given = Bazaar.atOnce(clicks);
        assertThat(given).filteredOn(new Giving.Given()::equals).hasSize(2);
        assertThat(given).filteredOn(new Giving.OverLimit(10_000)::equals).hasSize(8);
    }

    @Test
    void the_bank_keeps_the_limits_too() {
        sign();
        for (int i = 0; i < 2; i++) {
            UUID gift = Ids.next();
            assertThat(donations.give(member, gift, 20_000, BACK)).isEqualTo(new Giving.Given());
            agreements.release(gift);
        }
        UUID third = Ids.next();
        assertThat(donations.give(member, third, 20_000, BACK)).isEqualTo(new Giving.NotNow());
        assertThat(charges(third)).isZero();
        assertThat(agreements.reserve(member, Ids.next(), 20_000))
                .as("what the bank refused does not count")
                .isInstanceOf(Use.Reserved.class);
    }

    @Test
    void a_charge_whose_answer_was_lost_is_found() {
        sign();
        bank.fail("{\"kind\":\"effect_then_reset\",\"path\":\"/hsb/debit\",\"times\":1}");
        UUID gift = Ids.next();
        assertThat(donations.give(member, gift, 1_000, BACK)).isEqualTo(new Giving.Given());
        assertThat(charges(gift)).isEqualTo(1);
        bank.fail("{\"kind\":\"reset\",\"path\":\"/hsb/debit\",\"times\":1}");
        UUID second = Ids.next();
        assertThat(donations.give(member, second, 1_000, BACK)).isEqualTo(new Giving.BeingConfirmed());
        assertThat(donations.give(member, second, 1_000, BACK)).isEqualTo(new Giving.Given());
        assertThat(charges(second)).isEqualTo(1);
    }

    @Test
    void an_ended_agreement_is_charged_no_more_whoever_ended_it() {
        sign();
        bank.press(page, "end");
        assertThat(donations.give(member, Ids.next(), 1_000, BACK))
                .as("ended at the bank")
                .isEqualTo(new Giving.NotNow());
        assertThat(agreements.asked(member)).isEmpty();
        sign();
        bank.fail("{\"kind\":\"reset\",\"path\":\"/hsb/agreement-end\",\"times\":1}");
        agreements.end(member);
        agreements.end(member);
        assertThat(donations.give(member, Ids.next(), 1_000, BACK)).isEqualTo(new Giving.NotSigned());
        assertThat(agreements.ofMember(member)).isEmpty();
    }

    @Test
    void without_an_agreement_a_gift_is_paid_at_the_bank() {
        UUID gift = Ids.next();
        Giving.PayAt at = (Giving.PayAt) donations.payAtBank(member, gift, 500, BACK);
        assertThat(bank.pay(at.page())).isTrue();
        assertThat(donations.ofMember(member, gift, true))
                .get()
                .extracting(Donation::state)
                .isEqualTo(Donation.State.GIVEN);
        assertThat(donations.payAtBank(member, Ids.next(), 0, BACK)).isEqualTo(new Giving.NotPossible());
    }

    /** How many charges the bank has for a gift. */
    private int charges(UUID gift) {
        return payments.ofPayable(Gifts.KIND, gift)
                .map(payment ->
                        bank.book().split("\"our_ref\":\"" + OurNumber.of(payment.paymentId()) + "\"", -1).length - 1)
                .orElse(0);
    }
}
