package terrace.bank.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A checkout session and the one payment intent behind it; {@code reference} is the shop's own payment id.
 *
 * @param tookFen what the payer's bank really gave; null, as in older books, for the whole amount
 * @param ccb what came along with the redirect of the other protocol; null where the shop speaks the first
 * @param parts the merchants' orders within; null where the shop named none
 * @param maker the operator of an enterprise who has entered the payment, which waits for another to approve it
 */
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
        boolean declined,
        @Nullable Long tookFen,
        @Nullable Map<String, String> ccb,
        @Nullable List<Part> parts,
        @Nullable String maker) {

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

    /** What came in; 0 unless paid. */
    public long receivedFen() {
        return !paid() ? 0 : tookFen == null ? amountFen : tookFen;
    }

    public long refundableFen() {
        return receivedFen() - refundedFen;
    }

    /** The merchants' orders within, none where none were named. */
    public List<Part> partsOrNone() {
        return parts == null ? List.of() : parts;
    }

    Session expired() {
        return with(State.EXPIRED, charge, refundedFen, declined, tookFen, parts);
    }

    Session charged(String charge, @Nullable Long tookFen) {
        return with(State.COMPLETE, charge, refundedFen, false, tookFen, parts);
    }

    /** Whoever had entered it must enter it anew. */
    Session refused() {
        return with(state, charge, refundedFen, true, tookFen, parts).enteredBy(null);
    }

    Session enteredBy(@Nullable String operator) {
        return by(ccb, operator, declined && operator == null);
    }

    Session arrived(Map<String, String> fields) {
        return by(fields, maker, declined);
    }

    Session refunded(long fen, Map<String, Long> ofParts) {
        return with(
                state,
                charge,
                refundedFen + fen,
                declined,
                tookFen,
                changed(part -> part.refunded(ofParts.getOrDefault(part.order(), 0L))));
    }

    Session cleared(String order, String day) {
        return with(
                state,
                charge,
                refundedFen,
                declined,
                tookFen,
                changed(part -> part.order().equals(order) ? part.clearedFrom(day) : part));
    }

    private @Nullable List<Part> changed(UnaryOperator<Part> change) {
        return parts == null ? null : parts.stream().map(change).toList();
    }

    /** The same money; who pays it, and how they came. */
    private Session by(@Nullable Map<String, String> ccb, @Nullable String maker, boolean declined) {
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
                declined,
                tookFen,
                ccb,
                parts,
                maker);
    }

    private Session with(
            State state,
            @Nullable String charge,
            long refundedFen,
            boolean declined,
            @Nullable Long tookFen,
            @Nullable List<Part> parts) {
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
                declined,
                tookFen,
                ccb,
                parts,
                maker);
    }
}
