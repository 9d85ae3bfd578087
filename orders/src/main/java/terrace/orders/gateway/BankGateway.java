package terrace.orders.gateway;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.BankAnswer.Silent;

/**
 * The one real gateway: an HTTP API in Stripe's manner (checkout sessions over payment intents, refunds, transfers).
 * Verified against the sandbox bank only.
 */
@Singleton
class BankGateway implements PaymentGateway {

    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String REFUNDS = "/v1/refunds";
    private static final String TRANSFERS = "/v1/transfers";

    private final BankHttp http;

    BankGateway(BankHttp http) {
        this.http = http;
    }

    @Override
    public BankAnswer<Charge> open(Checkout checkout, String key) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("amount", Long.toString(checkout.fen()));
        form.put("currency", "cny");
        form.put("client_reference_id", checkout.paymentId().toString());
        form.put("description", checkout.description());
        form.put("success_url", checkout.successUrl().toString());
        form.put("cancel_url", checkout.cancelUrl().toString());
        form.put("expires_at", Long.toString(checkout.expires().getEpochSecond()));
        return http.post(SESSIONS, form, key).then(body -> read(body, BankGateway::charge));
    }

    /** Where several pages were opened for one payment, the one that brought money counts. */
    @Override
    public BankAnswer<Optional<Charge>> find(UUID paymentId) {
        return http.get(SESSIONS + "?client_reference_id=" + paymentId)
                .then(body -> read(body, json -> charges(json.list("data"), paymentId)))
                .then(this::received);
    }

    @Override
    public BankAnswer<Charge> expire(String session) {
        String path = SESSIONS + "/" + URLEncoder.encode(session, StandardCharsets.UTF_8);
        BankAnswer<Charge> expired = http.post(path + "/expire", Map.of(), "expire:" + session)
                .then(body -> read(body, BankGateway::charge));
        // refused: it was paid, or had expired, a moment before
        return expired instanceof BankAnswer.Refused
                ? http.get(path).then(body -> read(body, BankGateway::charge))
                : expired;
    }

    @Override
    public BankAnswer<Movement> refund(UUID refundId, String intent, long fen, String key) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("payment_intent", intent);
        form.put("amount", Long.toString(fen));
        form.put("metadata[refund_id]", refundId.toString());
        return http.post(REFUNDS, form, key).then(body -> read(body, BankGateway::refunded));
    }

    @Override
    public BankAnswer<Optional<Movement>> findRefund(UUID refundId) {
        return http.get(REFUNDS + "?refund_id=" + refundId)
                .then(body -> read(body, json -> first(json, BankGateway::refunded)));
    }

    @Override
    public BankAnswer<Movement> transfer(UUID payoutId, String destination, long fen, String key) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("amount", Long.toString(fen));
        form.put("currency", "cny");
        form.put("destination", destination);
        form.put("transfer_group", "payouts");
        form.put("metadata[payout_id]", payoutId.toString());
        return http.post(TRANSFERS, form, key).then(body -> read(body, BankGateway::transferred));
    }

    @Override
    public BankAnswer<NameCheck> checkName(String holder, String number, String payee) {
        // by POST without a key: an account number stands in no address, and no answer is kept
        return http.post("/v1/name_checks", Map.of("name", holder, "number", number, "destination", payee), null)
                .then(body -> read(body, BankGateway::nameCheck));
    }

    @Override
    public BankAnswer<Movement> sendProof(UUID proofId, String payee, long fen, String key) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("amount", Long.toString(fen));
        form.put("currency", "cny");
        form.put("destination", payee);
        form.put("source", "own");
        form.put("transfer_group", "proofs");
        form.put("metadata[payout_id]", proofId.toString());
        return http.post(TRANSFERS, form, key).then(body -> read(body, BankGateway::transferred));
    }

    @Override
    public BankAnswer<Optional<Movement>> findTransfer(UUID id) {
        return http.get(TRANSFERS + "?payout_id=" + id)
                .then(body -> read(body, json -> first(json, BankGateway::transferred)));
    }

    @Override
    public BankAnswer<byte[]> file(LocalDate day) {
        return http.get("/v1/bank_files/" + day);
    }

    @Override
    public BankAnswer<Long> escrowFen() {
        return http.get("/v1/balance").then(body -> read(body, json -> json.fen("escrow_fen")));
    }

    private BankAnswer<Optional<Charge>> received(Optional<Charge> found) {
        if (found.isEmpty() || found.get().stage() != Stage.PAID) {
            return new Said<>(found);
        }
        Charge charge = found.get();
        return http.get("/v1/payment_intents/" + URLEncoder.encode(charge.intent(), StandardCharsets.UTF_8))
                .then(body -> read(body, json -> json.fen("amount_received")))
                .map(fen -> Optional.of(new Charge(charge.session(), charge.intent(), Stage.PAID, fen, charge.page())));
    }

    private static Optional<Charge> charges(List<BankJson> sessions, UUID paymentId) throws IOException {
        Charge best = null;
        for (BankJson session : sessions) {
            if (!session.text("client_reference_id").equals(paymentId.toString())) {
                throw new IOException("a session of another payment");
            }
            Charge charge = charge(session);
            best = best == null || BEST_LAST.compare(charge, best) > 0 ? charge : best;
        }
        return Optional.ofNullable(best);
    }

    private static final Comparator<Charge> BEST_LAST = Comparator.comparing(charge -> switch (charge.stage()) {
        case EXPIRED -> 0;
        case OPEN -> 1;
        case PROCESSING -> 2;
        case PAID -> 3;
    });

    private static Charge charge(BankJson session) throws IOException {
        Stage stage =
                switch (session.text("status")) {
                    case "open" -> Stage.OPEN;
                    case "expired" -> Stage.EXPIRED;
                    case "complete" -> session.text("payment_status").equals("paid") ? Stage.PAID : Stage.PROCESSING;
                    default -> throw new IOException("an unknown state of a session");
                };
        URI page = stage == Stage.OPEN ? URI.create(session.text("url")) : null;
        long received = stage == Stage.PAID ? session.fen("amount_total") : 0;
        return new Charge(session.text("id"), session.text("payment_intent"), stage, received, page);
    }

    private static NameCheck nameCheck(BankJson check) throws IOException {
        return switch (check.text("result")) {
            case "match" -> NameCheck.MATCHES;
            case "mismatch" -> NameCheck.DIFFERS;
            case "no_account" -> NameCheck.NO_SUCH_ACCOUNT;
            default -> throw new IOException("an unknown result of a name check");
        };
    }

    private static Movement refunded(BankJson refund) throws IOException {
        Movement.State state =
                switch (refund.text("status")) {
                    case "succeeded" -> Movement.State.SUCCEEDED;
                    case "failed", "canceled" -> Movement.State.FAILED;
                    default -> Movement.State.PENDING;
                };
        return new Movement(refund.text("id"), refund.fen("amount"), state);
    }

    private static Movement transferred(BankJson transfer) throws IOException {
        Movement.State state = transfer.flag("reversed") ? Movement.State.FAILED : Movement.State.SUCCEEDED;
        return new Movement(transfer.text("id"), transfer.fen("amount"), state);
    }

    private static Optional<Movement> first(BankJson json, Reader<Movement> reader) throws IOException {
        List<BankJson> found = json.list("data");
        return found.isEmpty() ? Optional.empty() : Optional.of(reader.read(found.getFirst()));
    }

    private interface Reader<T> {
        T read(BankJson json) throws IOException;
    }

    /** An answer that cannot be read is no answer. */
    private static <T> BankAnswer<T> read(byte[] body, Reader<T> reader) {
        try {
            return new Said<>(reader.read(BankJson.read(body)));
        } catch (IOException | IllegalArgumentException e) {
            return new Silent<>("unreadable answer: " + e.getMessage(), false);
        }
    }
}
