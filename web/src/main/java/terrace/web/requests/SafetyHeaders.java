package terrace.web.requests;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells browsers what this site never does, so that they stop whoever makes it do so. */
@ServerFilter("/**")
class SafetyHeaders implements Ordered {
    private final String policy;
    private final boolean tls;

    SafetyHeaders(
            @Value("${terrace.public-url}") String publicUrl,
            // A form may lead on to the bank's own page.
            @Value("${terrace.bank.page-origin}") String bankOrigin) {
        tls = publicUrl.startsWith("https:");
        policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
                + " form-action 'self' " + bankOrigin;
    }

    /** Outside of whatever may refuse a request, so that refusals carry them too. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), payment=(), microphone=(self)");
        if (tls) {
            response.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
