package terrace.orders.reconciliation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Ledger;
import terrace.orders.refunds.Refunds;
import terrace.orders.settlement.Settlement;
import terrace.orders.sweeps.OwnMoves;

/** Our side of the balance, read in one transaction. */
@Singleton
class Comparison {

    private final Ledger ledger;
    private final Settlement settlement;
    private final Refunds refunds;
    private final OwnMoves ownMoves;

    Comparison(Ledger ledger, Settlement settlement, Refunds refunds, OwnMoves ownMoves) {
        this.ledger = ledger;
        this.settlement = settlement;
        this.refunds = refunds;
        this.ownMoves = ownMoves;
    }

    @Transactional(readOnly = true)
    BalanceCheck with(long bankFen) {
        return new BalanceCheck.Compared(
                bankFen,
                ledger.balance(Account.bankEscrow()),
                ledger.balance(Account.clearing()),
                settlement.sentNotInFileFen() + refunds.doneNotInFileFen() + ownMoves.outNotInFileFen(),
                ledger.owedToOthers(),
                ledger.trialBalance());
    }

    @Transactional(readOnly = true)
    BalanceCheck without(String why) {
        return new BalanceCheck.BankSilent(why, ledger.trialBalance());
    }
}
