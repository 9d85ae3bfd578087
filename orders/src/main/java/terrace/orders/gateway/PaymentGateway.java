package terrace.orders.gateway;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel by which members pay. Amounts in fen. Never called inside a transaction. An act carries an idempotency key:
 * the same key again gives the first answer, not a second act. Every gateway passes the same tests, see
 * {@code GatewayContract}.
 */
public interface PaymentGateway {

    /** The name payments are stored under; never changes once rows exist. */
    String channel();

    /** Whether the bank wants to know beforehand which merchants' orders a payment is for. */
    boolean splits();

    /** Whether it is for organisations, of whose people two agree at the bank before money is taken. */
    default boolean ofFirms() {
        return false;
    }

    /** Opens the page on which a member pays. */
    BankAnswer<Charge> open(Checkout checkout, String key);

    /** What became of a payment of ours; empty when the bank never heard of it. */
    BankAnswer<Optional<Charge>> find(Opened opened);

    /**
     * Closes a page nobody may pay on any more; the answer says what it was in the end, perhaps paid. A channel that
     * cannot close its page answers that it is open.
     */
    BankAnswer<Charge> expire(Opened opened);

    /** Gives money back for a charge; said again under the same key it is the same refund. */
    BankAnswer<Movement> refund(UUID refundId, String intent, long fen, String key);

    /**
     * The same out of one merchant's order, for a bank that has split the charge: it takes the money from that merchant
     * and from no other.
     */
    default BankAnswer<Movement> refundOf(UUID orderId, UUID refundId, String intent, long fen, String key) {
        return refund(refundId, intent, fen, key);
    }

    /** What became of a refund of ours for a charge. */
    BankAnswer<Optional<Movement>> findRefund(UUID refundId, String intent);

    /**
     * Tells a bank that splits that one merchant's goods were accepted, so that its part may be paid on from this day.
     * The first day said counts; said again it is said once.
     */
    default BankAnswer<LocalDate> accepted(UUID paymentId, UUID orderId, LocalDate day) {
        return new BankAnswer.Said<>(day);
    }

    /** The channel's file of a business day as far as it is known, byte for byte. */
    BankAnswer<byte[]> file(LocalDate day);

    /** Judges and reads a notice: its bytes are verified before anything of them is believed. */
    BankNotice read(NoticeLetter letter);

    /**
     * The payment a member comes back from, where the channel has one way back for all.
     *
     * @param query what the bank has put behind the address; says nothing about money
     */
    default Optional<UUID> cameBack(String query) {
        return Optional.empty();
    }

    /** A page to pay on. */
    record Checkout(
            UUID paymentId,
            long fen,
            String description,
            URI successUrl,
            URI cancelUrl,
            Instant openedAt,
            Instant expires,
            List<Part> parts) {}

    /** One merchant's order within a payment, in fen. */
    record Part(UUID orderId, UUID merchantId, long fen) {}

    /**
     * A payment to ask about.
     *
     * @param session the bank's name for it; null while it has told us none
     * @param key the idempotency key it was opened with last
     */
    record Opened(Checkout checkout, @Nullable String session, String key) {
        public UUID paymentId() {
            return checkout.paymentId();
        }
    }

    /**
     * A payment as the bank knows it.
     *
     * @param intent what refunds are asked of; empty until the bank has said it
     * @param receivedFen what the bank took in; 0 unless paid
     * @param page where the member pays; null once that is over
     */
    record Charge(
            String session,
            String intent,
            Stage stage,
            long receivedFen,
            @Nullable URI page) {}

    /** How far a payment is. */
    enum Stage {
        OPEN,
        PROCESSING,
        PAID,
        EXPIRED
    }

    /** What the bank says about a name and an account number. */
    enum NameCheck {
        MATCHES,
        DIFFERS,
        NO_SUCH_ACCOUNT
    }

    /** A refund or payout as the bank knows it. */
    record Movement(String bankRef, long fen, State state) {

        /** How far it is. */
        public enum State {
            PENDING,
            SUCCEEDED,
            FAILED
        }
    }
}
