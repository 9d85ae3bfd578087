package terrace.web.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.sessions.Session;

/** Tells the framework which roles a session has. Until the second factor is shown, staff are no more than members. */
@Singleton
class RolesOfSession implements AuthenticationFetcher<HttpRequest<?>> {
    private final Accounts accounts;

    RolesOfSession(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(request.getAttribute(Visitor.ATTRIBUTE, Visitor.class)
                .map(Visitor::session)
                .map(session -> Authentication.build(session.account().id().toString(), roles(session))));
    }

    private Set<String> roles(Session session) {
        Account account = session.account();
        boolean full = session.secondFactorPassed() || !accounts.requiresSecondFactor(account);
        return account.roles().stream()
                .filter(role -> full || role == Role.MEMBER)
                .map(Role::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
