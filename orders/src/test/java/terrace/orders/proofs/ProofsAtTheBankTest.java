package terrace.orders.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
import terrace.orders.gateway.SandboxBank;
import terrace.orders.gateway.WithTheBank;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.reconciliation.Reconciliation;
import terrace.orders.reconciliation.TakingIn;
import terrace.orders.settlement.Shops;

/** Proving at the real sandbox bank, whose book is the judge. */
@MicronautTest(transactional = false, environments = "sandbox")
@Property(name = "terrace.bank.embedded", value = "true")
@WithTheBank
class ProofsAtTheBankTest {

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @Inject
    Proofs proofs;

    @Inject
    BankAccounts bankAccounts;

    @Inject
    Accounts accounts;

    @Inject
    Shops shops;

    @Inject
    SandboxBank bank;

    @Inject
    Reconciliation reconciliation;

    @Inject
    Ledger ledger;

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

    @Test
    void an_account_is_proven_by_a_sum_that_arrives_once_and_stands_in_the_file() {
        Merchant shop = shops.openUnproven();
        UUID owner = owner();
        long sent = bank.ownFen();
        takeIn();
        long own = ledger.balance(Account.bankOwn());
        bank.fail("[{\"path\":\"/v1/transfers\",\"method\":\"POST\",\"kind\":\"effect_then_reset\",\"times\":1}]");
        bankAccounts.first(shop.id(), "村镇银行", owner);
        workUntil(shop, BankAccount.State.AWAITING);
        BankAccount account = bankAccounts.newest(shop.id()).orElseThrow();
        assertThat(bank.arrivals(account.payee(), 9))
                .filteredOn(arrival -> arrival.fen() > 0)
                .isNotEmpty();
        long fen = bank.arrivals(account.payee(), 1).getFirst().fen();
        assertThat(proofs.guess(shop.id(), account.id(), fen)).isInstanceOf(Guess.Proven.class);

        assertThat(takeIn().differences()).isZero();
        assertThat(ledger.balance(Account.bankOwn()) - own)
                .isEqualTo(bank.ownFen() - sent)
                .isEqualTo(-fen);

        bankAccounts.give(shop.id(), owner, shop.name(), "村镇银行", "62170038600010000");
        workUntil(shop, BankAccount.State.MISMATCHED);
        assertThat(bankAccounts.inUse(shop.id())).isPresent();
    }

    private TakingIn.TakenIn takeIn() {
        return (TakingIn.TakenIn) reconciliation.takeIn(clock.today(), "test");
    }

    private void workUntil(Merchant shop, BankAccount.State state) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (bankAccounts.newest(shop.id()).orElseThrow().state() != state) {
            assertThat(System.nanoTime()).as("patience").isLessThan(giveUp);
            worker.drain();
            transactions.executeWrite(status -> jdbc.prepareStatement(
                    "update orders.proof set due_at = clock_timestamp() where due_at is not null",
                    PreparedStatement::executeUpdate));
            jobs.run("prove-accounts");
        }
    }

    private UUID owner() {
        var created = accounts.create(Ids.next() + "@example.com", "terraces at dawn", "某某", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }
}
