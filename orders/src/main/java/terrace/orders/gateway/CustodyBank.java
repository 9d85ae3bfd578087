package terrace.orders.gateway;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.gateway.PaymentGateway.NameCheck;

/**
 * The bank that keeps what all channels took in until the goods have come, and pays merchants out of it. Amounts in
 * fen. Never called inside a transaction.
 */
public interface CustodyBank {

    /** Pays a merchant out of escrow. */
    BankAnswer<Movement> transfer(UUID payoutId, String destination, long fen, String key);

    /** Whose an account is; after it the bank knows the account as the payee. Moves nothing. */
    BankAnswer<NameCheck> checkName(String holder, String number, String payee);

    /** Sends a small sum of the platform's own money, to prove an account. */
    BankAnswer<Movement> sendProof(UUID proofId, String payee, long fen, String key);

    /** What became of a payout or a proof of ours. */
    BankAnswer<Optional<Movement>> findTransfer(UUID id);

    /** What the platform moves of its own money. */
    enum Own {
        /** From its promotion account into custody: what it bears of prices. */
        TOP_UP,
        /** From its own account into custody: what that lacks beyond its commission. */
        COVER,
        /** Out of custody: its commission. */
        SWEEP;

        /** Whether it goes into custody: at the bank, which does not ask why, all that does is a top-up. */
        public boolean in() {
            return this != SWEEP;
        }
    }

    /** Moves the platform's own money in or out of custody. */
    BankAnswer<Movement> moveOwn(Own kind, UUID moveId, long fen, String key);

    /** What became of such a move. */
    BankAnswer<Optional<Movement>> findOwn(Own kind, UUID moveId);

    /** The file of a business day, of all channels, as far as it is known, byte for byte. */
    BankAnswer<byte[]> file(LocalDate day);

    /** What the bank's own book holds in escrow for us now. */
    BankAnswer<Long> escrowFen();
}
