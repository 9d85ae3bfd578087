package terrace.web.operator;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.ids.Ids;

/** Names for those who did something; what is no account's id, such as a job, keeps its own name. */
@Singleton
public class Actors {
    private final Accounts accounts;

    Actors(Accounts accounts) {
        this.accounts = accounts;
    }

    public Map<String, String> names(Collection<String> actors) {
        Map<UUID, Account> known = accounts.byIds(
                actors.stream().flatMap(actor -> Ids.read(actor).stream()).collect(Collectors.toSet()));
        return actors.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        actor -> Ids.read(actor)
                                .map(known::get)
                                .map(Account::name)
                                .orElse(actor)));
    }
}
