package terrace.web.signin;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.filter.FilterBodyParser;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import terrace.web.requests.ErrorPages;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;

/**
 * Lets no form through that this site did not hand to this reader. The framework's own filter for this fails when a
 * body arrives after its head, see .decisions/0006.
 */
@ServerFilter("/**")
class FormGuard implements Ordered {
    /** The one door without a form, with those behind it: banks sign what they send, see BankNoticeController. */
    static final String SIGNED_INSTEAD = "/api/v1/bank/notices";

    /** What was typed into the form, for filters after this one. */
    static final String TYPED = "terrace.typed";

    private static final String FIELD = "csrf";
    private static final String HEADER = "X-CSRF";
    private static final long BODY_SECONDS_MAX = 10;

    private final FilterBodyParser bodies;
    private final FormTokens tokens;
    private final ErrorPages errors;

    FormGuard(FilterBodyParser bodies, FormTokens tokens, ErrorPages errors) {
        this.bodies = bodies;
        this.tokens = tokens;
        this.errors = errors;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before() - 50;
    }

    @RequestFilter(methods = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE})
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) throws InterruptedException {
        String path = request.getPath();
        if (path.equals(SIGNED_INSTEAD) || path.startsWith(SIGNED_INSTEAD + "/")) {
            return null;
        }
        Visitor visitor = Visitor.of(request);
        String token = token(request);
        return token != null && tokens.valid(visitor, token)
                ? null
                : errors.show(visitor, HttpStatus.FORBIDDEN, "errors.form-expired");
    }

    private @Nullable String token(HttpRequest<?> request) throws InterruptedException {
        String header = request.getHeaders().get(HEADER);
        if (header != null) {
            return header;
        }
        Optional<Upload> upload = Uploads.of(request);
        if (upload.isPresent()) {
            return upload.get().fields().get(FIELD);
        }
        boolean form = request.getContentType()
                .filter(type -> type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE))
                .isPresent();
        if (!form) {
            return null;
        }
        try {
            Map<String, Object> typed = bodies.parseBody(request).get(BODY_SECONDS_MAX, TimeUnit.SECONDS);
            request.setAttribute(TYPED, typed);
            return typed.get(FIELD) instanceof String token ? token : null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }
}
