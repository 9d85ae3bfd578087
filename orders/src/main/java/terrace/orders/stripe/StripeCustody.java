package terrace.orders.stripe;

import com.stripe.model.Balance;
import com.stripe.model.Transfer;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.BankAnswer.Refused;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.BankAnswer.Silent;
import terrace.orders.gateway.BankHttp;
import terrace.orders.gateway.BankHttp.Exchange;
import terrace.orders.gateway.BankJson;
import terrace.orders.gateway.BankLink;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.gateway.PaymentGateway.NameCheck;
import terrace.orders.stripe.StripeCalls.Unreadable;

/**
 * Payouts and proofs as Stripe's transfers and balance; names and the daily file by the two addresses that the bank has
 * and Stripe has not.
 */
@Singleton
class StripeCustody {

    static final String CNY = "cny";

    private final StripeCalls calls;
    private final BankHttp http;
    private final BankLink link;

    StripeCustody(StripeCalls calls, BankHttp http, BankLink link) {
        this.calls = calls;
        this.http = http;
        this.link = link;
    }

    BankAnswer<Movement> transfer(UUID payoutId, String destination, long fen, String key) {
        return send(transferOf(payoutId, destination, fen).build(), key);
    }

    /** Out of the platform's own account: a word of this bank, not of Stripe. */
    BankAnswer<Movement> sendProof(UUID proofId, String payee, long fen, String key) {
        return send(
                transferOf(proofId, payee, fen).putExtraParam("source", "own").build(), key);
    }

    private static TransferCreateParams.Builder transferOf(UUID id, String destination, long fen) {
        return TransferCreateParams.builder()
                .setAmount(fen)
                .setCurrency(CNY)
                .setDestination(destination)
                .setTransferGroup(group(id))
                .putMetadata("payout_id", id.toString());
    }

    private BankAnswer<Movement> send(TransferCreateParams params, String key) {
        return calls.ask(client -> moved(client.v1().transfers().create(params, StripeCalls.under(key))));
    }

    /** Each payout is a group of one, for transfers are found by their group. */
    private static String group(UUID id) {
        return "payout:" + id;
    }

    BankAnswer<Optional<Movement>> findTransfer(UUID id) {
        TransferListParams params =
                TransferListParams.builder().setTransferGroup(group(id)).build();
        return calls.ask(client -> {
            List<Transfer> found =
                    StripeCalls.there(client.v1().transfers().list(params).getData(), "data");
            return found.isEmpty() ? Optional.empty() : Optional.of(moved(found.getFirst()));
        });
    }

    BankAnswer<Long> escrowFen() {
        return calls.ask(client -> {
            for (Balance.Available part :
                    StripeCalls.there(client.v1().balance().retrieve().getAvailable(), "available")) {
                if (CNY.equals(part.getCurrency())) {
                    return StripeCalls.there(part.getAmount(), "amount");
                }
            }
            throw new Unreadable("a balance in cny is missing");
        });
    }

    private static Movement moved(Transfer transfer) throws Unreadable {
        boolean reversed = StripeCalls.there(transfer.getReversed(), "reversed");
        return new Movement(
                StripeCalls.there(transfer.getId(), "id"),
                StripeCalls.there(transfer.getAmount(), "amount"),
                reversed ? Movement.State.FAILED : Movement.State.SUCCEEDED);
    }

    /** By POST without a key: an account number stands in no address, and no answer is kept. */
    BankAnswer<NameCheck> checkName(String holder, String number, String payee) {
        String form = Map.of("name", holder, "number", number, "destination", payee).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return ask(
                        "/v1/name_checks",
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)))
                .then(StripeCustody::nameCheck);
    }

    private static BankAnswer<NameCheck> nameCheck(byte[] body) {
        try {
            return switch (BankJson.read(body).text("result")) {
                case "match" -> new Said<>(NameCheck.MATCHES);
                case "mismatch" -> new Said<>(NameCheck.DIFFERS);
                case "no_account" -> new Said<>(NameCheck.NO_SUCH_ACCOUNT);
                default -> new Silent<>("an unknown result of a name check", false);
            };
        } catch (IOException e) {
            return new Silent<>("unreadable answer: " + e.getMessage(), false);
        }
    }

    BankAnswer<byte[]> file(LocalDate day) {
        return ask("/v1/bank_files/" + day, HttpRequest.newBuilder().GET());
    }

    private BankAnswer<byte[]> ask(String path, HttpRequest.Builder request) {
        Optional<URI> address = link.address();
        if (address.isEmpty()) {
            return new Silent<>("the bank has no address yet", false);
        }
        request.uri(address.get().resolve(path)).header("Authorization", "Bearer " + link.apiKey());
        return switch (http.send(request)) {
            case Exchange.Lost(String why) -> new Silent<>(why, false);
            case Exchange.Answered answered when answered.status() == 200 -> new Said<>(answered.body());
            case Exchange.Answered answered -> refused(answered.status(), answered.body());
        };
    }

    private static BankAnswer<byte[]> refused(int status, byte[] body) {
        try {
            BankJson error = BankJson.read(body).child("error");
            if (status == 400 || status == 404) {
                return new Refused<>(status, error.text("code"), error.textOr("message", ""));
            }
        } catch (IOException e) {
            return new Silent<>("the bank answered " + status + " without a reason", false);
        }
        return new Silent<>("the bank answered " + status, false);
    }
}
