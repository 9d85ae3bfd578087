package terrace.web.merchant;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.staff.StaffRight;
import terrace.web.requests.ErrorPages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Lets each of a shop's people do what their role is for, on every page that is for merchants. */
@ServerFilter({"/merchant", "/merchant/**"})
class StaffGuard implements Ordered {
    private final MerchantDesk desk;
    private final ErrorPages errors;

    StaffGuard(MerchantDesk desk, ErrorPages errors) {
        this.desk = desk;
        this.errors = errors;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + 50;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        AnnotationMetadata route = RouteAttributes.getRouteMatch(request)
                .map(match -> match.getAnnotationMetadata())
                .orElse(AnnotationMetadata.EMPTY_METADATA);
        if (!List.of(route.stringValues(Secured.class)).contains(Access.MERCHANT)
                && !route.hasAnnotation(ForStaff.class)) {
            return null;
        }
        Visitor visitor = Visitor.of(request);
        Optional<Set<StaffRight>> rights = desk.rights(visitor);
        if (rights.isEmpty()) {
            return null;
        }
        Visitor atWork = visitor.withRights(rights.get());
        atWork.attend(request);
        return allowed(route, rights.get()) ? null : errors.show(atWork, HttpStatus.FORBIDDEN, "errors.staff");
    }

    private static boolean allowed(AnnotationMetadata route, Set<StaffRight> rights) {
        if (!route.hasAnnotation(ForStaff.class)) {
            return rights.contains(StaffRight.OWNING);
        }
        StaffRight[] wanted = route.enumValues(ForStaff.class, StaffRight.class);
        return wanted.length == 0 || Arrays.stream(wanted).anyMatch(rights::contains);
    }
}
