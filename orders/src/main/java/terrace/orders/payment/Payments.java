package terrace.orders.payment;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.gateway.Gateways;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Stage;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;

/** The door to payments: begun here, and settled here by one path whoever asks. */
@Singleton
public class Payments {

    private final Cashier cashier;
    private final NoticeInbox inbox;
    private final PaymentRepository repository;
    private final Refunds refunds;
    private final Gateways gateways;
    private final Debits debits;

    Payments(
            Cashier cashier,
            NoticeInbox inbox,
            PaymentRepository repository,
            Refunds refunds,
            Gateways gateways,
            Debits debits) {
        this.cashier = cashier;
        this.inbox = inbox;
        this.repository = repository;
        this.refunds = refunds;
        this.gateways = gateways;
        this.debits = debits;
    }

    /**
     * Begins to pay, or goes on with the payment already open. Amount and deadline are asked of the payable, never of
     * the caller. Calls the bank: must not run inside a transaction.
     *
     * @param returnTo where the bank sends the member afterwards, paid or not
     */
    public PaymentStart start(String payableKind, UUID payableId, URI returnTo) {
        return cashier.start(payableKind, payableId, returnTo, "");
    }

    /**
     * The same by a channel the member chose. A page open at another channel is closed first, where its bank lets it be
     * closed; money that comes by it all the same goes back by itself.
     *
     * @param channel one of {@link #channels}; any other word goes on with what is open, else by the usual one
     */
    public PaymentStart start(String payableKind, UUID payableId, URI returnTo, String channel) {
        return cashier.start(
                payableKind, payableId, returnTo, gateways.offered().contains(channel) ? channel : "");
    }

    /** Charges by an agreement, once for a payable. Calls the bank: must not run inside a transaction. */
    public Debit charge(String payableKind, UUID payableId, URI returnTo, UUID agreementId) {
        return debits.charge(payableKind, payableId, returnTo, agreementId);
    }

    /**
     * The channels a member is offered, the usual one first.
     *
     * @param forFirm whether they buy for an organisation too: then those by which two of its people pay
     */
    public List<String> channels(boolean forFirm) {
        return forFirm ? gateways.offered() : gateways.offeredToPersons();
    }

    /** Whether a payment waits for two people of an organisation, who pay it at their bank. */
    @Transactional(readOnly = true)
    public boolean byFirm(UUID paymentId) {
        return repository
                .byId(paymentId)
                .filter(payment -> gateways.of(payment.channel()).ofFirms())
                .isPresent();
    }

    /**
     * Asks the bank what became of a payment and carries out whatever follows, once: the one path of notice, return
     * page, poller and bank file. Must not run inside a transaction.
     *
     * @throws IllegalArgumentException for an id we never gave
     */
    public PaymentView resolve(UUID paymentId) {
        Cashier.Finding found = cashier.resolve(paymentId);
        Charge charge = found.charge();
        Payment payment = found.payment();
        boolean unsure = found.bankSilent() || (charge != null && charge.stage() == Stage.PROCESSING);
        return !payment.settled() && unsure
                ? new PaymentView.BeingConfirmed(payment.id(), payment.fen())
                : view(payment, charge == null ? null : charge.page());
    }

    /**
     * Takes a notice of the bank into the inbox. When this returns Kept, it is on disk.
     *
     * @param channel the gateway whose address it came to
     */
    public NoticeReceipt receive(String channel, NoticeLetter letter) {
        return inbox.receive(channel, letter);
    }

    /**
     * Where a member goes on who comes back from a channel's page; empty for what the bank has not signed. Settles
     * nothing: the page they go on to asks the bank.
     */
    @Transactional(readOnly = true)
    public Optional<URI> wayOn(String channel, String query) {
        return gateways.find(channel)
                .flatMap(gateway -> gateway.cameBack(query))
                .flatMap(repository::byId)
                .map(payment -> URI.create(payment.returnTo()));
    }

    /** The payment of a payable that matters to its member: taken, else open, else the newest. Asks no bank. */
    @Transactional(readOnly = true)
    public Optional<PaymentView> ofPayable(String payableKind, UUID payableId) {
        return repository.mostTelling(payableKind, payableId).map(payment -> view(payment, page(payment)));
    }

    /**
     * Those of these for which money may be on its way. Who holds their locks may rely on it: a payment begins under
     * the same lock.
     */
    @Transactional(readOnly = true)
    public Set<UUID> inFlight(String payableKind, Set<UUID> payableIds) {
        return payableIds.isEmpty() ? Set.of() : Set.copyOf(repository.inFlight(payableKind, payableIds));
    }

    /** One payment. */
    @Transactional(readOnly = true)
    public Optional<Payment> byId(UUID paymentId) {
        return repository.byId(paymentId);
    }

    /** Payments settled before the instant and in no bank file yet, oldest first. */
    @Transactional(readOnly = true)
    public List<Payment> missingInFile(Instant before, int limit) {
        return repository.missingInFile(before, limit);
    }

    /** Several at once, those that are there. */
    @Transactional(readOnly = true)
    public List<Payment> byIds(Collection<UUID> paymentIds) {
        return paymentIds.isEmpty() ? List.of() : repository.byIds(paymentIds);
    }

    /** Notes the day of the bank file that shows their money. Joins the caller's transaction. */
    @Transactional
    public void seenInFile(Collection<UUID> paymentIds, LocalDate day) {
        if (!paymentIds.isEmpty()) {
            repository.inFile(paymentIds, day);
        }
    }

    private PaymentView view(Payment payment, @Nullable URI page) {
        return switch (payment.state()) {
            case OPEN -> new PaymentView.Open(payment.id(), payment.fen(), page, payment.expiresAt());
            case FAILED -> new PaymentView.Failed(payment.id(), payment.fen());
            case TAKEN -> new PaymentView.Taken(payment.id(), payment.fen(), settledAt(payment));
            case UNWANTED -> new PaymentView.Returned(payment.id(), payment.received(), arrived(payment.id()));
        };
    }

    private static Instant settledAt(Payment payment) {
        Instant at = payment.settledAt();
        return at == null ? payment.openedAt() : at;
    }

    private boolean arrived(UUID paymentId) {
        return refunds.ofPayment(paymentId).stream().allMatch(refund -> refund.state() == Refund.State.DONE);
    }

    private static @Nullable URI page(Payment payment) {
        String page = payment.bankPage();
        return page == null || page.isEmpty() ? null : URI.create(page);
    }
}
