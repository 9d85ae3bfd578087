package terrace.marketplace.bankaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.notices.CapturedMail;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

@MicronautTest(transactional = false)
class BankAccountsTest {

    private static final String SHOP = "梯田红米合作社";
    private static final String OLD = "6227003812345678901";
    private static final String NEW = "6217 0038 6000 1234 567";

    @Inject
    BankAccounts bankAccounts;

    @Inject
    BankFindings findings;

    @Inject
    Merchants merchants;

    @Inject
    Accounts accounts;

    @Inject
    Staff staff;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Inject
    CapturedMail mail;

    @Inject
    EventWorker worker;

    @AfterEach
    void today() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void an_account_is_paid_to_once_it_is_proven() {
        var shop = shop();
        bankAccounts.first(shop.id(), "村镇银行", shop.owner());
        bankAccounts.first(shop.id(), "村镇银行", shop.owner());
        assertThat(bankAccounts.payees(Set.of(shop.id()))).isEmpty();
        var account = bankAccounts.newest(shop.id()).orElseThrow();
        assertThat(account.masked()).endsWith("8901").startsWith("****");
        assertThat(account.toString()).doesNotContain(SHOP);
        var question = findings.question(account.id()).orElseThrow();
        assertThat(question.number()).isEqualTo(OLD);
        assertThat(question.toString()).doesNotContain(OLD, SHOP);
        findings.proven(account.id());
        assertThat(bankAccounts.payees(Set.of(shop.id())))
                .as("nothing was sent")
                .isEmpty();
        prove(account.id());
        assertThat(bankAccounts.payees(Set.of(shop.id()))).containsEntry(shop.id(), account.payee());
        assertThat(findings.question(account.id())).isEmpty();
        findings.proven(account.id());
        assertThat(acts(account)).containsOnlyOnce("bank-account.given", "bank-account.proven");
        assertThat(bankAccounts.give(shop.id(), shop.owner(), SHOP, "村镇银行", OLD))
                .isInstanceOf(Giving.InUse.class);
    }

    @Test
    void what_is_wrong_is_said_and_nothing_is_kept() {
        var shop = shop();
        assertThat(bankAccounts.give(shop.id(), shop.owner(), " ", "a\nb", "12ab"))
                .isEqualTo(new Giving.Incomplete(Set.of(Giving.Fault.values())));
        assertThat(bankAccounts.newest(shop.id())).isEmpty();
    }

    @Test
    void a_mismatch_lets_the_same_holder_give_another_number_at_once() {
        var shop = shop();
        bankAccounts.first(shop.id(), "村镇银行", shop.owner());
        var first = bankAccounts.newest(shop.id()).orElseThrow();
        assertThat(bankAccounts.give(shop.id(), shop.owner(), SHOP, "农信社", NEW))
                .isInstanceOf(Giving.OtherUnderWay.class);
        findings.mismatched(first.id());
        var second = given(shop, shop.owner(), SHOP);
        assertThat(second.change()).isFalse();
        assertThat(given(shop, shop.owner(), SHOP).id()).as("given twice").isEqualTo(second.id());
        prove(second.id());
        assertThat(payee(shop)).isEqualTo(second.payee());
    }

    @Test
    void another_holder_is_a_change_though_none_was_proven() {
        var shop = shop();
        assertThat(given(shop, shop.owner(), "别人").change()).isTrue();
    }

    @Test
    void a_change_needs_a_second_person_of_the_shop() {
        var shop = paidShop();
        var old = payee(shop);
        var second = account();
        staff.join(shop.id(), second, StaffRole.MANAGER);
        var change = given(shop, shop.owner(), SHOP);
        prove(change.id());
        assertThat(payee(shop)).isEqualTo(old);
        var packer = account();
        staff.join(shop.id(), packer, StaffRole.PACKER);
        for (var nobody : List.of(shop.owner(), packer, account())) {
            assertThat(bankAccounts.confirm(shop.id(), change.id(), nobody))
                    .get()
                    .isInstanceOf(Confirmation.SecondPersonNeeded.class);
        }
        assertThat(bankAccounts.confirmAsOperator(shop.id(), change.id(), account()))
                .as("the shop has a second person")
                .get()
                .isInstanceOf(Confirmation.SecondPersonNeeded.class);
        assertThat(bankAccounts.confirm(paidShop().id(), change.id(), second))
                .as("another merchant's")
                .isEmpty();
    }

    @Test
    void a_confirmed_change_is_used_after_three_days_and_the_old_account_until_then() {
        var shop = paidShop();
        var old = payee(shop);
        var second = account();
        staff.join(shop.id(), second, StaffRole.MANAGER);
        var change = given(shop, shop.owner(), SHOP);
        prove(change.id());
        assertThat(bankAccounts.confirm(shop.id(), change.id(), second))
                .get()
                .isInstanceOf(Confirmation.Confirmed.class);
        clock.shift(Duration.ofHours(BankAccounts.CHANGE_WAIT_HOURS - 1));
        assertThat(bankAccounts.confirm(shop.id(), change.id(), second))
                .as("once more, which moves nothing")
                .get()
                .isInstanceOf(Confirmation.Confirmed.class);
        assertThat(payee(shop)).isEqualTo(old);
        clock.shift(Duration.ofHours(BankAccounts.CHANGE_WAIT_HOURS + 1));
        assertThat(payee(shop)).isEqualTo(change.payee());
        assertThat(bankAccounts.stop(shop.id(), change.id(), shop.owner()))
                .as("too late")
                .isFalse();
        assertThat(bankAccounts.give(shop.id(), shop.owner(), SHOP, "村镇银行", OLD))
                .as("and back again")
                .isInstanceOf(Giving.Given.class);
    }

    @Test
    void an_unproven_change_is_not_paid_to_however_long_it_waits() {
        var shop = paidShop();
        var old = payee(shop);
        var change = given(shop, shop.owner(), SHOP);
        assertThat(bankAccounts.confirmAsOperator(shop.id(), change.id(), account()))
                .get()
                .isInstanceOf(Confirmation.Confirmed.class);
        clock.shift(Duration.ofDays(30));
        assertThat(payee(shop)).isEqualTo(old);
        prove(change.id());
        assertThat(payee(shop)).isEqualTo(change.payee());
    }

    @Test
    void the_owner_is_told_at_once_and_can_stop_it() {
        var shop = paidShop();
        var old = payee(shop);
        var second = account();
        staff.join(shop.id(), second, StaffRole.MANAGER);
        var change = given(shop, second, SHOP);
        worker.drain();
        assertThat(mail.newest(50))
                .anyMatch(letter ->
                        letter.to().equals(shop.mail()) && letter.text().contains("4567"));
        bankAccounts.confirm(shop.id(), change.id(), shop.owner());
        prove(change.id());
        assertThat(bankAccounts.stop(shop.id(), change.id(), account())).isFalse();
        assertThat(bankAccounts.stop(shop.id(), change.id(), shop.owner())).isTrue();
        assertThat(bankAccounts.stop(shop.id(), change.id(), shop.owner()))
                .as("twice")
                .isTrue();
        clock.shift(Duration.ofDays(30));
        assertThat(payee(shop)).isEqualTo(old);
        assertThat(acts(change))
                .containsOnlyOnce("bank-account.given", "bank-account.confirmed", "bank-account.stopped");
    }

    @Test
    void of_changes_given_at_once_one_is_under_way() throws Exception {
        var shop = paidShop();
        var tries = new ArrayList<Callable<Giving>>();
        for (int at = 0; at < 6; at++) {
            var number = "621700386000123" + (1000 + at);
            tries.add(() -> bankAccounts.give(shop.id(), shop.owner(), SHOP, "农信社", number));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int given = 0;
            for (var done : threads.invokeAll(tries)) {
                given += done.get() instanceof Giving.Given ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        }
    }

    private record Shop(UUID id, UUID owner, String mail) {}

    private Shop shop() {
        var owner = account();
        var merchant = merchants.open(
                new NewMerchant("b-" + UUID.randomUUID(), SHOP, Merchant.Kind.COOPERATIVE, "532529", "", 0, SHOP, OLD));
        staff.join(merchant.id(), owner, StaffRole.OWNER);
        return new Shop(merchant.id(), owner, accounts.byId(owner).orElseThrow().signInName());
    }

    private Shop paidShop() {
        var shop = shop();
        bankAccounts.vouch(Set.of(shop.id()), Instant.EPOCH, "test");
        bankAccounts.vouch(Set.of(shop.id()), Instant.EPOCH, "test");
        return shop;
    }

    private UUID account() {
        var created =
                accounts.create(UUID.randomUUID() + "@example.com", "terraces at dawn", "某某", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }

    private BankAccount given(Shop shop, UUID by, String holder) {
        var giving = bankAccounts.give(shop.id(), by, holder, "农信社", NEW);
        return ((Giving.Given) giving).account();
    }

    private void prove(UUID id) {
        findings.sent(id);
        findings.proven(id);
    }

    private String payee(Shop shop) {
        return Objects.requireNonNull(bankAccounts.payees(Set.of(shop.id())).get(shop.id()));
    }

    private List<String> acts(BankAccount account) {
        return audit.ofSubject("bank-account:" + account.id(), 20).stream()
                .map(AuditEntry::act)
                .toList();
    }
}
