package terrace.web.signin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import terrace.marketplace.sessions.Sessions;
import terrace.orders.cart.Carts;
import terrace.web.pages.Baskets;
import terrace.web.pages.Redirects;

/** What happens at every way in: a new session under a new id, the stranger's basket taken along. */
@Singleton
public class Entrance {
    private static final int USER_AGENT_MAX = 200;

    private final Sessions sessions;
    private final Cookies cookies;
    private final Carts carts;
    private final Baskets baskets;
    private final HttpClientAddressResolver addresses;

    Entrance(Sessions sessions, Cookies cookies, Carts carts, Baskets baskets, HttpClientAddressResolver addresses) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.carts = carts;
        this.baskets = baskets;
        this.addresses = addresses;
    }

    /** Opens a session and leads on to {@code next}. */
    public MutableHttpResponse<?> enter(
            HttpRequest<?> request, Visitor visitor, UUID accountId, boolean secondFactorPassed, String next) {
        if (visitor.token() != null) {
            sessions.end(visitor.token());
        }
        String agent = Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.USER_AGENT), "");
        String token = sessions.open(
                accountId, secondFactorPassed, agent.substring(0, Math.min(agent.length(), USER_AGENT_MAX)));
        carts.merge(visitor.strangersCart(), accountId);
        baskets.changed(accountId);
        MutableHttpResponse<?> response =
                HttpResponse.seeOther(URI.create(visitor.link(Redirects.inside(next) ? next : "/")));
        cookies.set(response, Cookies.SESSION, token);
        return response;
    }

    MutableHttpResponse<?> leave(Visitor visitor) {
        if (visitor.token() != null) {
            sessions.end(visitor.token());
        }
        MutableHttpResponse<?> response = HttpResponse.seeOther(URI.create(visitor.link("/")));
        cookies.clear(response, Cookies.SESSION);
        return response;
    }

    /** The network address a request came from, for limiting attempts. */
    public String addressOf(HttpRequest<?> request) {
        return Objects.requireNonNullElse(addresses.resolve(request), "unknown");
    }
}
