package terrace.web.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;

/**
 * Tells the framework which roles a session has. Until the second factor is shown, staff are no more than members;
 * while a clerk acts for a household, the shop is the household's and nothing else of the clerk's own counts.
 */
@Singleton
class RolesOfSession implements AuthenticationFetcher<HttpRequest<?>> {
    private final Accounts accounts;

    RolesOfSession(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(request.getAttribute(Visitor.ATTRIBUTE, Visitor.class)
                .filter(Visitor::signedIn)
                .map(visitor -> Authentication.build(visitor.memberId().toString(), roles(visitor))));
    }

    private Set<String> roles(Visitor visitor) {
        Account account = visitor.account().orElseThrow();
        boolean full = visitor.secondFactorPassed() || !accounts.requiresSecondFactor(account);
        Account household = visitor.household();
        return household == null || !full
                ? names(account, role -> full || role == Role.MEMBER)
                : Stream.concat(
                                names(account, role -> role == Role.CLERK).stream(),
                                names(household, role -> role == Role.MERCHANT).stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(Account account, Predicate<Role> counted) {
        return account.roles().stream().filter(counted).map(Role::name).collect(Collectors.toUnmodifiableSet());
    }
}
