package terrace.marketplace.phonecodes;

import terrace.marketplace.accounts.Account;

/** What became of a code typed in. */
public sealed interface Entering {

    /** It was right: this is who reads messages on that phone. */
    record In(Account account) implements Entering {}

    /** Wrong, spent or too old. */
    record Wrong() implements Entering {}

    /** Who works here comes in by password and second factor only. */
    record ByPasswordOnly() implements Entering {}

    /** Too many at once; the code is still good. */
    record Busy() implements Entering {}
}
