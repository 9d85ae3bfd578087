package terrace.orders.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpContent;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import terrace.orders.gateway.BankHttp;
import terrace.orders.gateway.BankHttp.Exchange;

/**
 * Carries Stripe's requests by our own HTTP client: the library's follows redirects with the key, sends a POST again by
 * itself when a kept connection breaks, and has no deadline over the whole answer.
 */
final class StripeTransport extends HttpClient {

    private final BankHttp http;

    StripeTransport(BankHttp http) {
        this.http = http;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        HttpRequest.Builder out =
                HttpRequest.newBuilder(URI.create(request.url().toString()));
        request.headers().map().forEach((name, values) -> values.forEach(value -> out.header(name, value)));
        HttpContent content = request.content();
        if (content == null) {
            out.method(request.method().name(), HttpRequest.BodyPublishers.noBody());
        } else {
            out.header("Content-Type", content.contentType());
            out.method(request.method().name(), HttpRequest.BodyPublishers.ofByteArray(content.byteArrayContent()));
        }
        return switch (http.send(out)) {
            case Exchange.Answered answered ->
                new StripeResponse(
                        answered.status(),
                        HttpHeaders.of(answered.headers().map()),
                        new String(answered.body(), StandardCharsets.UTF_8));
            case Exchange.Lost lost -> throw new ApiConnectionException(lost.why());
        };
    }
}
