package terrace.marketplace.bankaccounts;

import java.util.Set;

/** What came of giving a bank account. */
public sealed interface Giving {

    /** Given now, or the same was given before and is still under way. */
    record Given(BankAccount account) implements Giving {}

    record Incomplete(Set<Fault> faults) implements Giving {}

    /** Another is under way; it has to be stopped first. */
    record OtherUnderWay(BankAccount account) implements Giving {}

    /** It is the one that is paid to already. */
    record InUse(BankAccount account) implements Giving {}

    /** Each is a sentence beside its field. */
    enum Fault {
        HOLDER,
        BANK,
        NUMBER
    }
}
