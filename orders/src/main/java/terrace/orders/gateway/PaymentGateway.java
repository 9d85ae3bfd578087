package terrace.orders.gateway;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bank. Amounts in fen. Never called inside a transaction. An act carries an idempotency key: the same key again
 * gives the first answer, not a second act.
 */
public interface PaymentGateway {

    /** Opens the page on which a member pays. */
    BankAnswer<Charge> open(Checkout checkout, String key);

    /** What became of a payment of ours; empty when the bank never heard of it. */
    BankAnswer<Optional<Charge>> find(UUID paymentId);

    /** Closes a page nobody may pay on any more; the answer says what it was in the end, perhaps paid. */
    BankAnswer<Charge> expire(String session);

    /** Gives money back for a charge. */
    BankAnswer<Movement> refund(UUID refundId, String intent, long fen, String key);

    /** What became of a refund of ours. */
    BankAnswer<Optional<Movement>> findRefund(UUID refundId);

    /** Pays a merchant out of escrow. */
    BankAnswer<Movement> transfer(UUID payoutId, String destination, long fen, String key);

    /** Whose an account is; after it the bank knows the account as the payee. Moves nothing. */
    BankAnswer<NameCheck> checkName(String holder, String number, String payee);

    /** Sends a small sum of the platform's own money, to prove an account. */
    BankAnswer<Movement> sendProof(UUID proofId, String payee, long fen, String key);

    /** What became of a payout or a proof of ours. */
    BankAnswer<Optional<Movement>> findTransfer(UUID id);

    /** The file of a business day as far as it is known, byte for byte. */
    BankAnswer<byte[]> file(LocalDate day);

    /** What the bank's own book holds in escrow for us now. */
    BankAnswer<Long> escrowFen();

    /** A page to pay on. */
    record Checkout(UUID paymentId, long fen, String description, URI successUrl, URI cancelUrl, Instant expires) {}

    /**
     * A payment as the bank knows it.
     *
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
