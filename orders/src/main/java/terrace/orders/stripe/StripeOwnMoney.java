package terrace.orders.stripe;

import com.stripe.model.Payout;
import com.stripe.model.Topup;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.TopupCreateParams;
import com.stripe.param.TopupListParams;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.CustodyBank.Own;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.stripe.StripeCalls.Unreadable;

/** The platform's own money as Stripe's top-ups, into its balance, and payouts, out of it. */
@Singleton
class StripeOwnMoney {

    private static final String OUR_ID = "move_id";
    /** There are at most three a day; what is asked for is among the newest. */
    private static final long LIST_MAX = 100;

    private final StripeCalls calls;

    StripeOwnMoney(StripeCalls calls) {
        this.calls = calls;
    }

    BankAnswer<Movement> move(Own kind, UUID moveId, long fen, String key) {
        return switch (kind) {
            case TOP_UP, COVER -> {
                TopupCreateParams params = TopupCreateParams.builder()
                        .setAmount(fen)
                        .setCurrency(StripeCustody.CNY)
                        .putMetadata(OUR_ID, moveId.toString())
                        .build();
                yield calls.ask(client -> moved(client.v1().topups().create(params, StripeCalls.under(key))));
            }
            case SWEEP -> {
                PayoutCreateParams params = PayoutCreateParams.builder()
                        .setAmount(fen)
                        .setCurrency(StripeCustody.CNY)
                        .putMetadata(OUR_ID, moveId.toString())
                        .build();
                yield calls.ask(client -> moved(client.v1().payouts().create(params, StripeCalls.under(key))));
            }
        };
    }

    /** Neither is found by what we call it: the newest are looked through. */
    BankAnswer<Optional<Movement>> find(Own kind, UUID moveId) {
        return switch (kind) {
            case TOP_UP, COVER -> {
                TopupListParams params =
                        TopupListParams.builder().setLimit(LIST_MAX).build();
                yield calls.ask(client -> {
                    for (Topup topup :
                            StripeCalls.there(client.v1().topups().list(params).getData(), "data")) {
                        if (ours(topup.getMetadata(), moveId)) {
                            return Optional.of(moved(topup));
                        }
                    }
                    return Optional.empty();
                });
            }
            case SWEEP -> {
                PayoutListParams params =
                        PayoutListParams.builder().setLimit(LIST_MAX).build();
                yield calls.ask(client -> {
                    for (Payout payout :
                            StripeCalls.there(client.v1().payouts().list(params).getData(), "data")) {
                        if (ours(payout.getMetadata(), moveId)) {
                            return Optional.of(moved(payout));
                        }
                    }
                    return Optional.empty();
                });
            }
        };
    }

    private static boolean ours(@Nullable Map<String, String> metadata, UUID moveId) {
        return metadata != null && moveId.toString().equals(metadata.get(OUR_ID));
    }

    private static Movement moved(Topup topup) throws Unreadable {
        return moved(topup.getId(), topup.getAmount(), topup.getStatus(), "succeeded");
    }

    private static Movement moved(Payout payout) throws Unreadable {
        return moved(payout.getId(), payout.getAmount(), payout.getStatus(), "paid");
    }

    private static Movement moved(@Nullable String id, @Nullable Long amount, @Nullable String status, String done)
            throws Unreadable {
        String word = StripeCalls.there(status, "status");
        Movement.State state = word.equals(done)
                ? Movement.State.SUCCEEDED
                : switch (word) {
                    case "failed", "canceled", "reversed" -> Movement.State.FAILED;
                    default -> Movement.State.PENDING;
                };
        return new Movement(StripeCalls.there(id, "id"), StripeCalls.there(amount, "amount"), state);
    }
}
