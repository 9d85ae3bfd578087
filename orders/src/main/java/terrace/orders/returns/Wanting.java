package terrace.orders.returns;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import terrace.marketplace.ids.Ids;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderLine;
import terrace.orders.returns.Opening.Fault;

/** Looks at what somebody asks for, and writes it down as a claim. */
final class Wanting {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long NUMBERS = 1_000_000_000_000L;

    private Wanting() {}

    /** What is missing in it. */
    static Optional<Fault> fault(NewClaim wanted, OrderLine line, int photos) {
        if (wanted.quantity() < 1 || wanted.quantity() > line.quantity()) {
            return Optional.of(Fault.QUANTITY);
        }
        if ((wanted.kind() == ClaimKind.SPOILED) != (wanted.spoiled() != null)) {
            return Optional.of(Fault.SPOILED_MISSING);
        }
        String words = wanted.words().strip();
        if (words.isEmpty() && wanted.kind() != ClaimKind.NO_REASON) {
            return Optional.of(Fault.WORDS_MISSING);
        }
        if (words.length() > Claims.WORDS_CHARS_MAX) {
            return Optional.of(Fault.WORDS_TOO_LONG);
        }
        return wanted.kind().photos() && photos == 0 ? Optional.of(Fault.PHOTO_MISSING) : Optional.empty();
    }

    /** The sum asked for: as typed, else what the scale says, else all of it. */
    static long fen(NewClaim wanted, long mostFen) {
        Long typed = wanted.fen();
        if (typed != null) {
            return typed;
        }
        Spoiled spoiled = wanted.spoiled();
        return spoiled == null ? mostFen : spoiled.refundFen(mostFen);
    }

    /** What both sides say is said, and not too long. */
    static Optional<Stepping> wordsFault(String words) {
        String said = words.strip();
        if (said.isEmpty()) {
            return Optional.of(new Stepping.Refused(Stepping.Fault.WORDS_MISSING));
        }
        return said.length() > Claims.WORDS_CHARS_MAX
                ? Optional.of(new Stepping.Refused(Stepping.Fault.WORDS_TOO_LONG))
                : Optional.empty();
    }

    static Claim claim(OpenOrder order, NewClaim wanted, long asked) {
        return new Claim(
                Ids.next(),
                "%012d".formatted(RANDOM.nextLong(NUMBERS)),
                order.id(),
                order.number(),
                wanted.position(),
                order.id(),
                "",
                "",
                order.memberId(),
                order.merchantId(),
                wanted.kind(),
                wanted.quantity(),
                wanted.spoiled(),
                asked,
                asked,
                wanted.kind().goodsBack(),
                ClaimState.WITH_MERCHANT,
                Instant.EPOCH,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                0,
                Instant.EPOCH,
                null);
    }
}
