package terrace.web.signin;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The few cookies there are. Where the site is reached by TLS their names begin with {@code __Host-}. */
@Singleton
public class Cookies {
    public static final String SESSION = "session";
    public static final String VISITOR = "visitor";
    public static final String APPEARANCE = "look";
    public static final String PROVINCE = "province";

    private static final Duration SESSION_AGE = Duration.ofDays(14);
    private static final Duration CHOICE_AGE = Duration.ofDays(365);

    private final boolean tls;

    Cookies(@Value("${terrace.public-url}") String publicUrl) {
        tls = publicUrl.startsWith("https:");
    }

    Optional<String> read(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(named(name)).map(Cookie::getValue);
    }

    public void set(MutableHttpResponse<?> response, String name, String value) {
        response.cookie(cookie(name, value).maxAge(name.equals(SESSION) ? SESSION_AGE : CHOICE_AGE));
    }

    public void clear(MutableHttpResponse<?> response, String name) {
        response.cookie(cookie(name, "").maxAge(Duration.ZERO));
    }

    private Cookie cookie(String name, String value) {
        return Cookie.of(named(name), value)
                .path("/")
                .httpOnly(true)
                .secure(tls)
                .sameSite(SameSite.Lax);
    }

    private String named(String name) {
        return tls ? "__Host-" + name : name;
    }
}
