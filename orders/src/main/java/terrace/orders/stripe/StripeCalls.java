package terrace.orders.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.net.StripeResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.BankAnswer.Refused;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.BankAnswer.Silent;
import terrace.orders.gateway.BankHttp;
import terrace.orders.gateway.BankLink;

/**
 * Speaks to Stripe by a client of its own (no global settings) and sorts what comes back: said, refused, or unknown.
 * The library throws for all of it, and exceptions of no kind of its own where an answer is not what it expects.
 */
@Singleton
class StripeCalls {

    private static final Set<Integer> REFUSALS = Set.of(400, 402, 404, 422);

    private final BankLink link;
    private final StripeTransport transport;
    private volatile @Nullable Connected connected;

    StripeCalls(BankLink link, BankHttp http) {
        this.link = link;
        this.transport = new StripeTransport(http);
    }

    private record Connected(URI base, StripeClient client) {}

    /** A question or an act, with what is read from its answer. */
    interface Call<T> {
        /** @throws Unreadable when a part of the answer is missing */
        T on(StripeClient client) throws StripeException, Unreadable;
    }

    /** An answer without what it must have. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what);
        }
    }

    static RequestOptions under(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    /** A part of an answer that must be there: what is missing is never taken for nothing or zero. */
    static <T> T there(@Nullable T part, String name) throws Unreadable {
        if (part == null) {
            throw new Unreadable(name + " is missing");
        }
        return part;
    }

    <T> BankAnswer<T> ask(Call<T> call) {
        Optional<URI> address = link.address();
        if (address.isEmpty()) {
            return new Silent<>("the bank has no address yet", false);
        }
        try {
            return new Said<>(call.on(client(address.get())));
        } catch (StripeException e) {
            return sort(e);
        } catch (Unreadable | RuntimeException e) {
            return new Silent<>("unreadable answer: " + e.getMessage(), false);
        }
    }

    private StripeClient client(URI base) {
        Connected known = connected;
        if (known != null && known.base.equals(base)) {
            return known.client;
        }
        String address = base.toString();
        StripeClient client = StripeClient.builder()
                .setApiKey(link.apiKey())
                .setApiBase(address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                .setMaxNetworkRetries(0)
                .setHttpClient(transport)
                .build();
        connected = new Connected(base, client);
        return client;
    }

    /**
     * A refusal is one the bank explains in its own form. A wrong key of ours, a conflict, throttling, another use of
     * the idempotency key or a page of some proxy say nothing about the act.
     */
    private static <T> BankAnswer<T> sort(StripeException e) {
        StripeError error = e.getStripeError();
        Integer status = e.getStatusCode();
        if (error == null || status == null) {
            return new Silent<>(String.valueOf(e.getMessage()), false);
        }
        boolean explained = error.getType() != null && !(e instanceof IdempotencyException);
        if (REFUSALS.contains(status) && explained && !"idempotency_error".equals(error.getType())) {
            String code = error.getCode() == null ? error.getType() : error.getCode();
            return new Refused<>(status, code, String.valueOf(error.getMessage()));
        }
        StripeResponse response = error.getLastResponse();
        boolean kept = response != null
                && response.headers().firstValue("Idempotent-Replayed").isPresent();
        return new Silent<>("the bank answered " + status, kept);
    }
}
