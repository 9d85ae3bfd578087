package terrace.web.requests;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/** Numbers each request, for the log and for the person who reports that something went wrong. */
@ServerFilter("/**")
class RequestId implements Ordered {
    private static final String ATTRIBUTE = "terrace.request";

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    void number(HttpRequest<?> request) {
        request.setAttribute(
                ATTRIBUTE, Long.toString(ThreadLocalRandom.current().nextLong(1L << 45), 36));
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("X-Request-Id", of(request));
    }

    static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElse("-");
    }

    static String current() {
        return ServerRequestContext.currentRequest().map(RequestId::of).orElse("-");
    }

    /** Marks what this thread logs from now on. */
    static void mark(HttpRequest<?> request) {
        MDC.put("request", of(request));
    }
}
