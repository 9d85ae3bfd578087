package terrace.orders.reconciliation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.refunds.Refunds;
import terrace.orders.settlement.Settlement;

/** Our side of the balance, read in one transaction. */
@Singleton
class Comparison {

    private final Ledger ledger;
    private final Settlement settlement;
    private final Refunds refunds;

    Comparison(Ledger ledger, Settlement settlement, Refunds refunds) {
        this.ledger = ledger;
        this.settlement = settlement;
        this.refunds = refunds;
    }

    @Transactional(readOnly = true)
    BalanceCheck with(long bankFen) {
        return new BalanceCheck.Compared(
                bankFen,
                ledger.balance(Account.bankEscrow()),
                ledger.balance(Account.clearing()),
                settlement.sentNotInFileFen() + refunds.doneNotInFileFen(),
                ledger.owedToOthers(),
                ledger.trialBalance());
    }

    @Transactional(readOnly = true)
    BalanceCheck without(String why) {
        return new BalanceCheck.BankSilent(why, ledger.trialBalance());
    }
}
