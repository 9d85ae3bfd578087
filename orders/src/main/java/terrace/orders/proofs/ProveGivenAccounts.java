package terrace.orders.proofs;

import jakarta.inject.Singleton;
import terrace.marketplace.bankaccounts.BankAccountGiven;
import terrace.marketplace.events.Subscriber;

/** Begins to prove an account that a merchant gave; the bank is asked later, outside of this transaction. */
@Singleton
class ProveGivenAccounts implements Subscriber<BankAccountGiven> {
    private final Proofs proofs;

    ProveGivenAccounts(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public Class<BankAccountGiven> event() {
        return BankAccountGiven.class;
    }

    @Override
    public void on(BankAccountGiven event) {
        proofs.begin(event.bankAccountId());
    }
}
