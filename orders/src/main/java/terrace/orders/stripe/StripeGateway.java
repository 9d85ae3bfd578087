package terrace.orders.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionRetrieveParams;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.BankAnswer.Refused;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.BankNotice;
import terrace.orders.gateway.CustodyBank;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.gateway.PaymentGateway;
import terrace.orders.stripe.StripeCalls.Unreadable;

/** Checkout sessions over payment intents, refunds, transfers. Verified against the sandbox bank only. */
@Singleton
public class StripeGateway implements PaymentGateway, CustodyBank {

    /** The name of the channel; payments older than channels have it too. */
    public static final String CHANNEL = "stripe";

    private static final String PAYMENT_INTENT = "payment_intent";
    private static final String REFUND_ID = "refund_id";
    private static final long LIST_MAX = 100;

    private final StripeCalls calls;
    private final StripeCustody custody;
    private final StripeOwnMoney own;
    private final StripeNotices notices;

    StripeGateway(StripeCalls calls, StripeCustody custody, StripeOwnMoney own, StripeNotices notices) {
        this.calls = calls;
        this.custody = custody;
        this.own = own;
        this.notices = notices;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public boolean splits() {
        return false;
    }

    @Override
    public BankAnswer<Charge> open(Checkout checkout, String key) {
        String id = checkout.paymentId().toString();
        LineItem line = LineItem.builder()
                .setQuantity(1L)
                .setPriceData(LineItem.PriceData.builder()
                        .setCurrency(StripeCustody.CNY)
                        .setUnitAmount(checkout.fen())
                        .setProductData(LineItem.PriceData.ProductData.builder()
                                .setName(checkout.description())
                                .build())
                        .build())
                .build();
        SessionCreateParams params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(id)
                .addLineItem(line)
                .setSuccessUrl(checkout.successUrl().toString())
                .setCancelUrl(checkout.cancelUrl().toString())
                .setExpiresAt(checkout.expires().getEpochSecond())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setDescription(checkout.description())
                        .putMetadata("payment_id", id)
                        .build())
                .addExpand(PAYMENT_INTENT)
                .build();
        return calls.ask(client ->
                charge(client.v1().checkout().sessions().create(params, StripeCalls.under(key)), checkout.paymentId()));
    }

    /**
     * Stripe has no search by our id. Without its own it is told the same under the same key: it answers what it
     * answered before, or opens the page now, which nobody has seen yet. One past its time it refuses to open.
     */
    @Override
    public BankAnswer<Optional<Charge>> find(Opened opened) {
        String session = opened.session();
        BankAnswer<Charge> found =
                session == null ? open(opened.checkout(), opened.key()) : retrieve(session, opened.paymentId());
        return found instanceof Refused ? new Said<>(Optional.empty()) : found.map(Optional::of);
    }

    private BankAnswer<Charge> retrieve(String session, UUID paymentId) {
        SessionRetrieveParams params =
                SessionRetrieveParams.builder().addExpand(PAYMENT_INTENT).build();
        return calls.ask(client -> charge(client.v1().checkout().sessions().retrieve(session, params), paymentId));
    }

    @Override
    public BankAnswer<Charge> expire(Opened opened) {
        String session = Objects.requireNonNull(opened.session(), "a page is closed by the bank's name for it");
        BankAnswer<Charge> expired =
                calls.ask(client -> charge(client.v1().checkout().sessions().expire(session), opened.paymentId()));
        // refused: it was paid, or had expired, a moment before
        return expired instanceof Refused ? retrieve(session, opened.paymentId()) : expired;
    }

    @Override
    public BankAnswer<Movement> refund(UUID refundId, String intent, long fen, String key) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(fen)
                .putMetadata(REFUND_ID, refundId.toString())
                .build();
        return calls.ask(client -> refunded(client.v1().refunds().create(params, StripeCalls.under(key))));
    }

    @Override
    public BankAnswer<Optional<Movement>> findRefund(UUID refundId, String intent) {
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(intent)
                .setLimit(LIST_MAX)
                .build();
        return calls.ask(client -> {
            for (Refund refund : client.v1().refunds().list(params).autoPagingIterable()) {
                if (refundId.toString()
                        .equals(StripeCalls.there(refund.getMetadata(), "metadata")
                                .get(REFUND_ID))) {
                    return Optional.of(refunded(refund));
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public BankNotice read(NoticeLetter letter) {
        return notices.read(letter);
    }

    @Override
    public BankAnswer<Movement> transfer(UUID payoutId, String destination, long fen, String key) {
        return custody.transfer(payoutId, destination, fen, key);
    }

    @Override
    public BankAnswer<NameCheck> checkName(String holder, String number, String payee) {
        return custody.checkName(holder, number, payee);
    }

    @Override
    public BankAnswer<Movement> sendProof(UUID proofId, String payee, long fen, String key) {
        return custody.sendProof(proofId, payee, fen, key);
    }

    @Override
    public BankAnswer<Optional<Movement>> findTransfer(UUID id) {
        return custody.findTransfer(id);
    }

    @Override
    public BankAnswer<Movement> moveOwn(Own kind, UUID moveId, long fen, String key) {
        return own.move(kind, moveId, fen, key);
    }

    @Override
    public BankAnswer<Optional<Movement>> findOwn(Own kind, UUID moveId) {
        return own.find(kind, moveId);
    }

    @Override
    public BankAnswer<byte[]> file(LocalDate day) {
        return custody.file(day);
    }

    @Override
    public BankAnswer<Long> escrowFen() {
        return custody.escrowFen();
    }

    /** A session has its intent only once somebody pays; what was received stands in the intent alone. */
    private static Charge charge(Session session, UUID paymentId) throws Unreadable {
        if (!paymentId.toString().equals(session.getClientReferenceId())) {
            throw new Unreadable("a session of another payment");
        }
        Stage stage =
                switch (StripeCalls.there(session.getStatus(), "status")) {
                    case "open" -> Stage.OPEN;
                    case "expired" -> Stage.EXPIRED;
                    case "complete" -> "paid".equals(session.getPaymentStatus()) ? Stage.PAID : Stage.PROCESSING;
                    default -> throw new Unreadable("an unknown state of a session");
                };
        String id = StripeCalls.there(session.getId(), "id");
        String intent = session.getPaymentIntent() == null ? "" : session.getPaymentIntent();
        long received = 0;
        if (stage == Stage.PAID) {
            PaymentIntent paid = StripeCalls.there(session.getPaymentIntentObject(), PAYMENT_INTENT);
            received = StripeCalls.there(paid.getAmountReceived(), "amount_received");
        }
        URI page = stage == Stage.OPEN ? URI.create(StripeCalls.there(session.getUrl(), "url")) : null;
        return new Charge(id, intent, stage, received, page);
    }

    private static Movement refunded(Refund refund) throws Unreadable {
        Movement.State state =
                switch (StripeCalls.there(refund.getStatus(), "status")) {
                    case "succeeded" -> Movement.State.SUCCEEDED;
                    case "failed", "canceled" -> Movement.State.FAILED;
                    default -> Movement.State.PENDING;
                };
        return new Movement(
                StripeCalls.there(refund.getId(), "id"), StripeCalls.there(refund.getAmount(), "amount"), state);
    }
}
