package terrace.marketplace.bankaccounts;

/** What came of a second person's yes to a change of account. */
public sealed interface Confirmation {

    /** It is in use once its time has come and it is proven; once more changes nothing. */
    record Confirmed(BankAccount account) implements Confirmation {}

    /** Who asked for a change does not confirm it. */
    record SecondPersonNeeded() implements Confirmation {}

    /** Stopped, or in use: nothing to confirm. */
    record Over() implements Confirmation {}
}
