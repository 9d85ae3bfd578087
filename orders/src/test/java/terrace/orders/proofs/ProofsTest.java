package terrace.orders.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.bankaccounts.BankAccount;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.gateway.FakePaymentGateway.Fault;
import terrace.orders.gateway.PaymentGateway.NameCheck;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.reconciliation.Reconciliation;
import terrace.orders.reconciliation.TakingIn;
import terrace.orders.settlement.Shops;

@MicronautTest(transactional = false)
class ProofsTest {

    @Inject
    Proofs proofs;

    @Inject
    BankAccounts bankAccounts;

    @Inject
    Shops shops;

    @Inject
    Staff staff;

    @Inject
    Accounts accounts;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Ledger ledger;

    @Inject
    Reconciliation reconciliation;

    @Inject
    EventWorker worker;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private Merchant shop;
    private UUID owner;

    @BeforeEach
    void open() {
        shop = shops.openUnproven();
        var created = accounts.create(Ids.next() + "@example.com", "terraces at dawn", "某某", Set.of(Role.MEMBER));
        owner = ((Registration.Registered) created).account().id();
        staff.join(shop.id(), owner, StaffRole.OWNER);
        bankAccounts.first(shop.id(), "村镇银行", owner);
    }

    @AfterEach
    void sound() {
        bank.heal();
        clock.shift(Duration.ZERO);
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    @Test
    void who_knows_the_sum_has_the_account_and_the_file_clears_it() {
        long cost = ledger.balance(Account.accountProof());
        long own = ledger.balance(Account.bankOwn());
        long escrow = escrow();
        work();
        work();
        assertThat(account().state()).isEqualTo(BankAccount.State.AWAITING);
        long fen = sent();
        assertThat(fen).isBetween(Proofs.PROOF_FEN_MIN, Proofs.PROOF_FEN_MAX);
        assertThat(ledger.balance(Account.accountProof()) - cost).isEqualTo(fen);
        assertThat(proofs.guess(Ids.next(), account().id(), fen)).isInstanceOf(Guess.NothingSent.class);
        assertThat(proofs.guess(shop.id(), account().id(), fen)).isInstanceOf(Guess.Proven.class);
        assertThat(proofs.guess(shop.id(), account().id(), fen)).isInstanceOf(Guess.NothingSent.class);
        assertThat(bankAccounts.payees(Set.of(shop.id()))).hasSize(1);
        assertThat(reconciliation.takeIn(clock.today(), "test")).isInstanceOf(TakingIn.TakenIn.class);
        reconciliation.takeIn(clock.today(), "test");
        assertThat(ledger.balance(Account.proofInFlight(proofId()))).isZero();
        assertThat(own - ledger.balance(Account.bankOwn())).isGreaterThanOrEqualTo(fen);
        assertThat(escrow()).as("escrow is not the platform's to give").isEqualTo(escrow);
    }

    @Test
    void three_wrong_sums_spend_it_and_three_sums_a_day_are_all() {
        work();
        UUID account = account().id();
        for (int sum = 1; sum <= Proofs.PROOFS_A_DAY_MAX; sum++) {
            long wrong = sent() == 99 ? 1 : sent() + 1;
            assertThat(proofs.guess(shop.id(), account, wrong)).isEqualTo(new Guess.Wrong(2));
            assertThat(proofs.guess(shop.id(), account, wrong))
                    .as("pressed twice")
                    .isEqualTo(new Guess.Wrong(2));
            assertThat(proofs.guess(shop.id(), account, 0)).isEqualTo(new Guess.Wrong(1));
            assertThat(proofs.another(shop.id(), account, owner)).isInstanceOf(AnotherSum.NotNeeded.class);
            assertThat(proofs.guess(shop.id(), account, 100)).isInstanceOf(Guess.Spent.class);
            assertThat(proofs.guess(shop.id(), account, sent())).isInstanceOf(Guess.NothingSent.class);
            assertThat(account().state()).isEqualTo(BankAccount.State.SPENT);
            AnotherSum another = proofs.another(shop.id(), account, owner);
            assertThat(another instanceof AnotherSum.OnItsWay).isEqualTo(sum < Proofs.PROOFS_A_DAY_MAX);
            work();
        }
        assertThat(account().state()).isEqualTo(BankAccount.State.SPENT);
        assertThat(proofs.another(Ids.next(), account, owner)).isInstanceOf(AnotherSum.NotNeeded.class);
        clock.shift(Duration.ofDays(1));
        assertThat(proofs.another(shop.id(), account, owner)).isInstanceOf(AnotherSum.OnItsWay.class);
    }

    @Test
    void guesses_at_once_are_no_more_guesses() {
        work();
        UUID account = account().id();
        List<Callable<Guess>> guesses = Collections.nCopies(
                8, () -> proofs.guess(shop.id(), account, Ids.next().getLeastSignificantBits()));
        assertThat(Bazaar.atOnce(guesses))
                .filteredOn(Guess.Wrong.class::isInstance)
                .hasSize(2);
        assertThat(account().state()).isEqualTo(BankAccount.State.SPENT);
    }

    @Test
    void another_name_or_no_account_costs_nothing_and_is_told() {
        long cost = ledger.balance(Account.accountProof());
        bank.nameNext(NameCheck.DIFFERS);
        work();
        assertThat(account().state()).isEqualTo(BankAccount.State.MISMATCHED);
        bankAccounts.give(shop.id(), owner, shop.name(), "农信社", "6217003860001239999");
        bank.nameNext(NameCheck.NO_SUCH_ACCOUNT);
        work();
        assertThat(account().state()).isEqualTo(BankAccount.State.UNKNOWN);
        assertThat(ledger.balance(Account.accountProof())).isEqualTo(cost);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NOTHING_DONE", "DONE_BUT_SILENT"})
    void a_lost_answer_is_asked_for_again_and_one_sum_is_sent(Fault fault) {
        bank.failNext(Fault.NOTHING_DONE);
        work();
        assertThat(account().state()).as("the name is not known yet").isEqualTo(BankAccount.State.GIVEN);
        due();
        worker.drain();
        bank.failSecond(fault);
        jobs.run("prove-accounts");
        assertThat(account().state()).isEqualTo(BankAccount.State.GIVEN);
        due();
        jobs.run("prove-accounts");
        assertThat(account().state()).isEqualTo(BankAccount.State.AWAITING);
        assertThat(bank.book().stream()
                        .filter(entry -> entry.ourRef().equals(proofId().toString())))
                .hasSize(1);
    }

    @Test
    void a_sum_the_bank_will_not_send_is_no_expense() {
        long cost = ledger.balance(Account.accountProof());
        bank.failSecond(Fault.REFUSED);
        work();
        assertThat(account().state()).isEqualTo(BankAccount.State.UNKNOWN);
        assertThat(ledger.balance(Account.accountProof())).isEqualTo(cost);
        assertThat(ledger.balance(Account.proofInFlight(proofId()))).isZero();
    }

    @Test
    void an_account_taken_back_is_asked_about_no_more() {
        worker.drain();
        bankAccounts.stop(shop.id(), account().id(), owner);
        jobs.run("prove-accounts");
        assertThat(bank.book().stream()
                        .filter(entry -> entry.ourRef().equals(proofId().toString())))
                .isEmpty();
    }

    private void work() {
        worker.drain();
        jobs.run("prove-accounts");
    }

    private BankAccount account() {
        return bankAccounts.newest(shop.id()).orElseThrow();
    }

    private long escrow() {
        return ((BankAnswer.Said<Long>) bank.escrowFen()).value();
    }

    private long sent() {
        return bank.book().stream()
                .filter(entry -> entry.ourRef().equals(proofId().toString()))
                .findFirst()
                .orElseThrow()
                .fen();
    }

    private UUID proofId() {
        return transactions.executeRead(status -> jdbc.prepareStatement(
                "select id from orders.proof where merchant_id = ? order by created_at desc, id desc limit 1",
                statement -> {
                    statement.setObject(1, shop.id());
                    try (var row = statement.executeQuery()) {
                        row.next();
                        return row.getObject(1, UUID.class);
                    }
                }));
    }

    private void due() {
        transactions.executeWrite(status -> jdbc.prepareStatement(
                "update orders.proof set due_at = clock_timestamp() where due_at is not null",
                PreparedStatement::executeUpdate));
    }
}
