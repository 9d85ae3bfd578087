package terrace.orders.agreements;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import terrace.orders.gateway.AgreementBank;
import terrace.orders.gateway.AgreementBank.Standing;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.instructions.BankQueue;
import terrace.orders.instructions.Instructions;

/**
 * The door to agreements (签约免密): signed by the member at the bank, ended at any time. What is asked of the bank must
 * not run inside a transaction.
 */
@Singleton
public class Agreements {

    /** The most one payment may be, in fen. */
    public static final long PER_PAYMENT_FEN_MAX = 20_000;

    /** The most of a business day, in fen. */
    public static final long PER_DAY_FEN_MAX = 50_000;

    private static final BankQueue QUEUE = new BankQueue("orders.agreement");
    private static final int BATCH = 50;

    private final AgreementBook book;
    private final Instructions instructions;
    private final AgreementBank bank;

    Agreements(AgreementBook book, Instructions instructions, AgreementBank bank) {
        this.book = book;
        this.instructions = instructions;
        this.bank = bank;
    }

    /** A member's agreement, offered or signed, as far as we know; asks no bank. */
    public Optional<Agreement> ofMember(UUID memberId) {
        return book.ofMember(memberId);
    }

    /** The same after the bank was asked; where it is silent, as far as we know. */
    public Optional<Agreement> asked(UUID memberId) {
        Optional<Agreement> known = book.ofMember(memberId);
        if (known.isPresent()
                && bank.standing(known.get().id()) instanceof BankAnswer.Said<Standing>(Standing standing)) {
            book.heard(known.get().id(), standing);
            return book.ofMember(memberId);
        }
        return known;
    }

    /**
     * Where a member signs; empty while the bank is silent, or where they have signed already.
     *
     * @param back where the bank sends them afterwards
     */
    public Optional<URI> offer(UUID memberId, URI back) {
        Agreement agreement = book.offer(memberId, bank.channel());
        return agreement.state() == Agreement.State.OFFERED
                        && bank.offer(agreement.id(), agreement.perPaymentFen(), agreement.perDayFen(), back)
                                instanceof BankAnswer.Said<URI>(URI page)
                ? Optional.of(page)
                : Optional.empty();
    }

    /** From this moment nothing is charged any more; the bank is told now, or as soon as it hears. */
    public void end(UUID memberId) {
        book.ending(memberId).forEach(this::tell);
    }

    /** Tells the bank of agreements it has not heard are ended. */
    void tellEnded() {
        instructions.claim(QUEUE, BATCH).forEach(this::tell);
    }

    private void tell(UUID agreementId) {
        if (bank.end(agreementId) instanceof BankAnswer.Said<Standing>(Standing standing)) {
            book.heard(agreementId, standing);
        }
    }

    /**
     * Takes so much of a member's limits before the bank is asked.
     *
     * @param useId the same again is the same use
     */
    public Use reserve(UUID memberId, UUID useId, long fen) {
        return book.reserve(memberId, useId, fen);
    }

    /** Gives it back, because nothing was charged. Joins the caller's transaction. */
    public void release(UUID useId) {
        book.release(useId);
    }
}
