package terrace.bank.book;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A checkout session and the one payment intent behind it; {@code reference} is the shop's own payment id. */
public record Session(
        String id,
        String intent,
        String reference,
        String description,
        long amountFen,
        String successUrl,
        String cancelUrl,
        long createdMillis,
        long expiresMillis,
        State state,
        @Nullable String charge,
        long refundedFen,
        boolean declined) {

    public enum State {
        OPEN,
        COMPLETE,
        EXPIRED
    }

    /** What the session is at {@code now}: an open one expires by itself, nothing is written for it. */
    public State stateAt(Instant now) {
        return state == State.OPEN && now.toEpochMilli() >= expiresMillis ? State.EXPIRED : state;
    }

    public boolean paid() {
        return state == State.COMPLETE;
    }

    public long refundableFen() {
        return paid() ? amountFen - refundedFen : 0;
    }

    Session expired() {
        return with(State.EXPIRED, charge, refundedFen, declined);
    }

    Session charged(String charge) {
        return with(State.COMPLETE, charge, refundedFen, false);
    }

    Session refused() {
        return with(state, charge, refundedFen, true);
    }

    Session refunded(long fen) {
        return with(state, charge, refundedFen + fen, declined);
    }

    private Session with(State state, @Nullable String charge, long refundedFen, boolean declined) {
        return new Session(
                id,
                intent,
                reference,
                description,
                amountFen,
                successUrl,
                cancelUrl,
                createdMillis,
                expiresMillis,
                state,
                charge,
                refundedFen,
                declined);
    }
}
