package terrace.orders.gateway;

import java.util.function.Function;

/** What came back from the bank. Trouble on the way is an answer too: the caller must say what follows from it. */
public sealed interface BankAnswer<T> {

    /** The bank's word. */
    record Said<T>(T value) implements BankAnswer<T> {}

    /** The bank understood and will not do it. Nothing happened. */
    record Refused<T>(int status, String code, String message) implements BankAnswer<T> {}

    /**
     * The outcome is unknown: time ran out, the line broke, or the bank failed inside. Ask before trying again.
     *
     * @param kept the bank keeps this failure under the idempotency key and will repeat it for ever
     */
    record Silent<T>(String why, boolean kept) implements BankAnswer<T> {}

    /** The same answer about something else. */
    default <R> BankAnswer<R> map(Function<T, R> change) {
        return switch (this) {
            case Said<T> said -> new Said<>(change.apply(said.value));
            case Refused<T> refused -> new Refused<>(refused.status, refused.code, refused.message);
            case Silent<T> silent -> new Silent<>(silent.why, silent.kept);
        };
    }

    /** The answer to a second question asked because of the first. */
    default <R> BankAnswer<R> then(Function<T, BankAnswer<R>> next) {
        return switch (this) {
            case Said<T> said -> next.apply(said.value);
            case Refused<T> refused -> new Refused<>(refused.status, refused.code, refused.message);
            case Silent<T> silent -> new Silent<>(silent.why, silent.kept);
        };
    }
}
