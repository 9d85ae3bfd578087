package terrace.web.requests;

import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.accounts.Accounts;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What is answered when a request ends in no page of its own. */
@Controller
@Secured(Access.ANYONE)
@ExecuteOn(TaskExecutors.BLOCKING)
class ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorController.class);

    private final ErrorPages errors;
    private final Accounts accounts;

    ErrorController(ErrorPages errors, Accounts accounts) {
        this.errors = errors;
        this.accounts = accounts;
    }

    @Error(status = HttpStatus.NOT_FOUND, global = true)
    HttpResponse<?> notFound(HttpRequest<?> request) {
        return errors.show(Visitor.of(request), HttpStatus.NOT_FOUND, "errors.not-found");
    }

    @Error(status = HttpStatus.METHOD_NOT_ALLOWED, global = true)
    HttpResponse<?> methodNotAllowed(HttpRequest<?> request) {
        return errors.show(Visitor.of(request), HttpStatus.METHOD_NOT_ALLOWED, "errors.not-found");
    }

    @Error(status = HttpStatus.UNSUPPORTED_MEDIA_TYPE, global = true)
    HttpResponse<?> unsupported(HttpRequest<?> request) {
        return errors.show(Visitor.of(request), HttpStatus.UNSUPPORTED_MEDIA_TYPE, "errors.bad-request");
    }

    @Error(status = HttpStatus.REQUEST_ENTITY_TOO_LARGE, global = true)
    HttpResponse<?> tooLarge(HttpRequest<?> request) {
        return errors.show(Visitor.of(request), HttpStatus.REQUEST_ENTITY_TOO_LARGE, "errors.too-large");
    }

    @Error(exception = ConversionErrorException.class, global = true)
    HttpResponse<?> unreadable(HttpRequest<?> request) {
        return errors.show(Visitor.of(request), HttpStatus.NOT_FOUND, "errors.not-found");
    }

    @Error(exception = UnsatisfiedArgumentException.class, global = true)
    HttpResponse<?> incomplete(HttpRequest<?> request) {
        return errors.show(Visitor.of(request), HttpStatus.BAD_REQUEST, "errors.bad-request");
    }

    @Error(exception = UnsatisfiedRouteException.class, global = true)
    HttpResponse<?> bodiless(HttpRequest<?> request) {
        return errors.show(Visitor.of(request), HttpStatus.BAD_REQUEST, "errors.bad-request");
    }

    /** A stranger is asked to sign in and brought back; somebody without the right role is told so. */
    @Error(exception = AuthorizationException.class, global = true)
    HttpResponse<?> notAllowed(HttpRequest<?> request, AuthorizationException refusal) {
        Visitor visitor = Visitor.of(request);
        if (!visitor.signedIn()) {
            String back = URLEncoder.encode(visitor.path(), StandardCharsets.UTF_8);
            return HttpResponse.seeOther(URI.create(visitor.link("/sign-in?next=" + back)));
        }
        if (!visitor.secondFactorPassed()
                && accounts.requiresSecondFactor(visitor.account().orElseThrow())) {
            String back = URLEncoder.encode(visitor.path(), StandardCharsets.UTF_8);
            return HttpResponse.seeOther(URI.create(visitor.link("/sign-in/second-factor?next=" + back)));
        }
        return errors.show(visitor, HttpStatus.FORBIDDEN, "errors.forbidden");
    }

    @Error(global = true)
    HttpResponse<?> broken(HttpRequest<?> request, Throwable failure) {
        RequestId.mark(request);
        LOG.error("{} {} failed", request.getMethod(), request.getPath(), failure);
        return errors.show(Visitor.of(request), HttpStatus.INTERNAL_SERVER_ERROR, "errors.broken");
    }
}
